"""Every table of the hub and its offices, as their modules describe them."""

import importlib
import importlib.util
import pkgutil
from typing import Final

from sqlalchemy import MetaData

import services
import shared
from shared.db import metadata

TABLES: Final = (
    *("outbox", "inbox", "deadlines", "parked", "people", "documents", "editions"),
    *("attachments.table", "paper.record", "party.table", "sessions.table"),
)
"""The modules of `shared` that describe tables."""


def whole_schema() -> MetaData:
    """The description with every table in it: importing a module adds its tables."""
    for package in pkgutil.iter_modules(services.__path__, "services."):
        if importlib.util.find_spec(f"{package.name}.tables"):
            tables = importlib.import_module(f"{package.name}.tables")
            for part in pkgutil.iter_modules(
                getattr(tables, "__path__", ()), f"{tables.__name__}."
            ):
                importlib.import_module(part.name)
    for name in TABLES:
        if importlib.util.find_spec(f"{shared.__name__}.{name}"):
            importlib.import_module(f"{shared.__name__}.{name}")
    return metadata


def schema_names() -> list[str]:
    """`hub` first, then the offices."""
    names = {table.schema for table in whole_schema().tables.values() if table.schema}
    return sorted(names, key=lambda name: (name != "hub", name))
