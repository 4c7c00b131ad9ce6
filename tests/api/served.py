"""A room on a store, served for another process: `python -m tests.api.served STORE [TOKENS]` prints its port.

Its doors count nothing: whoever tries all that can be asked asks more often than anybody may.
"""

import socket
import sys
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from onrecord.api.app import HOME, api
from onrecord.desk import Desk
from onrecord.web.access.installing import install
from onrecord.web.access.keeper import Access
from onrecord.web.access.rates import Rate, Rates


def main(store: str, tokens: str | None = None) -> None:
    made = FastAPI(openapi_url=None)
    made.mount(HOME, api(Desk(store), signed_in=tokens is not None))
    often = Rate(burst=1e9, each_second=1e9)
    access = Access(tokens=Path(tokens) if tokens else None)
    install(made, access, rates=Rates({"look": often, "post": often, "sign-in": often}))
    listening = socket.create_server(("127.0.0.1", 0))
    sys.stdout.write(f"{listening.getsockname()[1]}\n")
    sys.stdout.flush()
    uvicorn.Server(uvicorn.Config(made, log_level="critical")).run(sockets=[listening])


if __name__ == "__main__":
    main(*sys.argv[1:])
