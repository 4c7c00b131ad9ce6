"""An app in, the same app behind its doors out."""

from fastapi import FastAPI

from onrecord.web.access import signing_in
from onrecord.web.access.bodies import Patience
from onrecord.web.access.doors import Doors
from onrecord.web.access.keeper import Access, Keeper
from onrecord.web.access.rates import Rates


def install(
    app: FastAPI, access: Access, *, rates: Rates | None = None, patience: Patience | None = None
) -> Keeper:
    """Put doors around an app, with the page to sign in at; return who keeps them.

    Raises:
        AccessError: It may not be opened so.
    """
    access.check()
    keeper = Keeper(access)
    app.include_router(signing_in.router)
    app.add_middleware(Doors, keeper=keeper, rates=rates, patience=patience)
    return keeper
