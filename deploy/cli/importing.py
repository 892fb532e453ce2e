"""导入: `hub import`, of the intake office, on the hub that runs."""

import sys

from deploy.compose import open_hub
from deploy.run_file import addressed
from services.intake.cli import import_command
from shared.logging import configure
from shared.settings import Settings


def _found() -> Settings:
    # A bar and log lines on one terminal spoil each other.
    configure("WARNING" if sys.stderr.isatty() else "ERROR", part="import")
    return addressed()


import_ledger = import_command(lambda: open_hub(_found()))
