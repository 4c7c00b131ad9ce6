"""Quotations drawn from the development documents, and two readers' judgement of who they are given to."""
