"""The command line: words in, data on stdout and talk on stderr out. A face: no logic.

Exit status: 0 fine, 1 failed, 2 wrong usage, 3 done but some reports had problems.
"""

from onrecord.cli.main import main

__all__ = ["main"]
