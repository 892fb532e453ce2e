"""What can go wrong with an act, as every door of the hub tells it."""


class HubError(Exception):
    """An act that did not happen; nothing of it remains."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Unknown(HubError):
    """No such file, or none that this reader may see (404)."""


class Stale(HubError):
    """The file has moved on since it was read: If-Match does not hold (412)."""


class Malformed(HubError):
    """What was handed in cannot be what it says it is (422)."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class Away(HubError):
    """The database or the broker does not answer; the act may be tried again (503)."""


class Behind(HubError):
    """An earlier page of the same file has not been handled; this one waits behind it."""
