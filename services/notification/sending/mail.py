"""邮件: by SMTP, in a thread; what was said before the text is taken is known unsent."""

import asyncio
import smtplib
import ssl
from collections.abc import Callable
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Final
from urllib.parse import unquote, urlsplit

from services.notification.sending.addresses import MAIL
from services.notification.sending.channel import Outcome, Outgoing, Result
from shared.clock import Clock

PATIENCE_SECONDS: Final = 20.0
TAKEN: Final = frozenset({250, 251, 252})
"""Replies that take it: also to be passed on, or without a look at the mailbox."""

GO_ON: Final = frozenset({354})
PERMANENT: Final = 500
"""Replies from here on say that it would be no use to come again."""


class Mail:
    """邮件."""

    name = MAIL
    repeatable = False

    def __init__(self, url: str, sender: str, clock: Clock) -> None:
        self._url = urlsplit(url)
        self._sender = sender
        self._clock = clock

    async def send(self, one: Outgoing) -> Result:
        """Send it as a mail."""
        return await asyncio.to_thread(self._send, one)

    def _send(self, one: Outgoing) -> Result:
        message = self._message(one)
        try:
            server = self._connected()
        except smtplib.SMTPResponseException as error:  # it refuses us, not what is sent
            return Result(Outcome.RETRY, str(error.smtp_code))
        except (smtplib.SMTPException, OSError) as error:
            return Result(Outcome.RETRY, type(error).__name__)
        try:
            return self._hand_over(server, one.address, message)
        finally:
            server.close()

    def _connected(self) -> smtplib.SMTP:
        host, port = self._url.hostname or "", self._url.port or 0
        server: smtplib.SMTP
        if self._url.scheme == "smtps":
            context = ssl.create_default_context()
            server = smtplib.SMTP_SSL(host, port, timeout=PATIENCE_SECONDS, context=context)
        else:
            server = smtplib.SMTP(host, port, timeout=PATIENCE_SECONDS)
        try:
            if self._url.scheme == "smtp+starttls":
                server.starttls(context=ssl.create_default_context())
            server.ehlo_or_helo_if_needed()
            if self._url.username:
                server.login(unquote(self._url.username), unquote(self._url.password or ""))
        except BaseException:
            server.close()
            raise
        return server

    def _hand_over(self, server: smtplib.SMTP, address: str, message: bytes) -> Result:
        """Envelope, then text: only once its end was sent can nobody know any more."""
        steps: tuple[Callable[[], tuple[int, bytes]], ...] = (
            lambda: server.mail(self._sender),
            lambda: server.rcpt(address),
            lambda: server.docmd("data"),
        )
        try:
            for step, wanted in zip(steps, (TAKEN, TAKEN, GO_ON), strict=True):
                code, _ = step()
                if code not in wanted:
                    return _said(code)
        except (smtplib.SMTPException, OSError) as error:
            return Result(Outcome.RETRY, type(error).__name__)
        try:
            server.send(_stuffed(message))
            code, _ = server.getreply()
        except (smtplib.SMTPException, OSError) as error:
            return Result(Outcome.UNKNOWN, f"正文发出后没有答复（{type(error).__name__}）")
        return Result(Outcome.SENT, str(code)) if code in TAKEN else _said(code)

    def _message(self, one: Outgoing) -> bytes:
        message = EmailMessage()
        message["Subject"] = one.subject
        message["From"] = self._sender
        message["To"] = one.address
        message["Date"] = format_datetime(self._clock.now())
        message["Message-ID"] = f"<{one.sending_id}@{self._sender.rpartition('@')[2]}>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(one.text, cte="base64")
        return message.as_bytes()


def _said(code: int) -> Result:
    """What a reply other than the one hoped for means: 4xx come again, 5xx never."""
    outcome = Outcome.REFUSED if code >= PERMANENT else Outcome.RETRY
    return Result(outcome, str(code))


def _stuffed(message: bytes) -> bytes:
    """The text with the line ends of SMTP, its dots doubled, and its end (RFC 5321, 4.5.2)."""
    lines = message.replace(b"\r\n", b"\n").rstrip(b"\n").split(b"\n")
    return b"\r\n".join(b"." + x if x.startswith(b".") else x for x in lines) + b"\r\n.\r\n"
