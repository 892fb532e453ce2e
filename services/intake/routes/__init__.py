"""The doors of intake: registering, finding what is there already, the window's queue."""

from services.intake.routes.registering import router

__all__ = ["router"]
