"""What goes out 外发: once to an organ by a channel, whatever breaks; each attempt is on record."""

from datetime import timedelta
from pathlib import Path

import pytest

from services.notification.sending.addresses import BadAddresses, load_addresses
from services.notification.sending.channel import Outgoing, Result
from services.notification.sending.mail import Mail
from services.notification.sending.queue import PAUSES
from services.notification.sending.sender import Sender
from shared.clock import StillClock
from shared.work import Hub
from tests.notification.outside import (
    closed_mail_server,
    deaf_mail_server,
    free_port,
    mail_server,
)
from tests.notification.senders import (
    FROM,
    LEAD,
    MAILED,
    POSTED,
    attempts,
    queued,
    send,
    standing,
    told,
)
from tests.routing.cases import DIRECTORY

__all__ = ["told"]


async def test_a_mail_says_what_is_owed_and_goes_out_once(told: Hub, clock: StillClock) -> None:
    """邮件写明编号、事项、期限、依据，只发一次，每次发送有记录 (RULES 75)."""
    queue = await queued(told, MAILED)
    with mail_server() as (url, taking):
        channel = Mail(url, FROM, clock)
        assert await send(told, queue, channel) == 1
        assert await send(told, queue, channel) == 0
        await queued(told, MAILED)
        assert await send(told, queue, channel) == 0
    [mail] = taking.box
    text = mail.get_payload(decode=True).decode()  # type: ignore[union-attr]  # bytes of a text
    assert mail["To"] == MAILED["mail"][LEAD]
    assert "召集甘州区司法局" in text
    assert "620702-20261123-0000001-5" in text
    assert "2026年11月23日" in text
    assert "第9条" in text
    assert "https://hub.example.gov.cn/desk/notices" in text
    assert await standing(told) == [("sent", 1, "250")]
    assert await attempts(told) == [(1, "sent")]


async def test_two_desks_of_one_organ_are_one_sending(told: Hub, clock: StillClock) -> None:
    """同一事实告知同一机构的两个岗位，外发一次."""
    await told.pool.execute(
        "INSERT INTO notification.notice SELECT gen_random_uuid(), 'adjudicator', organ, kind,"
        " weight, case_id, version, dispute_id, number, matter, says, article, until,"
        " recorded_at, made_at FROM notification.notice WHERE organ = $1",
        LEAD,
    )
    queue = await queued(told, MAILED)
    with mail_server() as (url, taking):
        await send(told, queue, Mail(url, FROM, clock))
    assert len(taking.box) == 1


async def test_old_news_is_told_in_the_page_only(told: Hub, clock: StillClock) -> None:
    """记录已逾一日的只在页面通知，不再外发."""
    clock.forward(timedelta(days=2))
    await queued(told, MAILED)
    assert await standing(told) == []
    assert await told.pool.fetchval("SELECT bool_and(planned) FROM notification.notice")


async def test_a_server_that_is_away_is_tried_again_after_growing_pauses(
    told: Hub, clock: StillClock
) -> None:
    """连接不上的确知未发出，间隔渐长再发，接通后发出一次；始终不通的停止并列为未发出."""
    queue = await queued(told, MAILED)
    port = free_port()
    channel = Mail(f"smtp://127.0.0.1:{port}", FROM, clock)
    for n, pause in enumerate(PAUSES, start=1):
        assert await send(told, queue, channel) == 1
        assert await send(told, queue, channel) == 0
        assert [one[:2] for one in await standing(told)] == [("waiting", n)]
        clock.forward(pause)
    assert list(PAUSES) == sorted(PAUSES)
    await send(told, queue, channel)
    assert [one[:2] for one in await standing(told)] == [("failed", len(PAUSES) + 1)]


@pytest.mark.parametrize(
    ("step", "reply", "state"),
    [
        ("at_recipient", "450 later", "waiting"),
        ("at_recipient", "550 nobody", "failed"),
        ("at_text", "451 later", "waiting"),
        ("at_text", "554 no", "failed"),
    ],
)
async def test_a_mail_that_is_refused_is_known_unsent(
    told: Hub, clock: StillClock, step: str, reply: str, state: str
) -> None:
    """对方暂时拒收的再发，永久拒收的不再发."""
    queue = await queued(told, MAILED)
    with mail_server() as (url, taking):
        setattr(taking, step, reply)
        await send(told, queue, Mail(url, FROM, clock))
    assert await standing(told) == [(state, 1, reply[:3])]


async def test_a_mail_whose_end_nobody_answered_is_never_sent_again(
    told: Hub, clock: StillClock
) -> None:
    """正文已发出而没有答复的，结果不明，不再自动发送."""
    queue = await queued(told, MAILED)
    async with deaf_mail_server() as (url, taken):
        channel = Mail(url, FROM, clock)
        await send(told, queue, channel)
        clock.forward(timedelta(days=2))
        await Sender(told, queue, channel).once()
    assert len(taken) == 1
    assert [one[:2] for one in await standing(told)] == [("unknown", 1)]


async def test_a_mail_server_that_refuses_us_is_asked_again(told: Hub, clock: StillClock) -> None:
    """邮件服务器不让登录、不让连接，是渠道的事，稍后再发."""
    queue = await queued(told, MAILED)
    async with closed_mail_server() as url:
        await send(told, queue, Mail(url, FROM, clock))
    assert await standing(told) == [("waiting", 1, "554")]


async def test_a_mail_that_is_taken_to_be_passed_on_is_sent(told: Hub, clock: StillClock) -> None:
    """邮件服务器答复代为转递的，已经收下."""
    queue = await queued(told, MAILED)
    with mail_server() as (url, taking):
        taking.at_text = "251 will forward"
        await send(told, queue, Mail(url, FROM, clock))
    assert await standing(told) == [("sent", 1, "251")]


@pytest.mark.parametrize(("repeatable", "state"), [(True, "waiting"), (False, "unknown")])
async def test_a_fault_of_ours_holds_up_nobody_and_is_on_record(
    told: Hub, *, repeatable: bool, state: str
) -> None:
    """发送程序自身出错的，照样记录结果，不影响其他，也不无休止地重发."""

    class Broken:
        name = "gateway"

        def __init__(self) -> None:
            self.repeatable = repeatable

        async def send(self, one: Outgoing) -> Result:
            raise ValueError(one.subject)

    queue = await queued(told, POSTED)
    assert await send(told, queue, Broken()) == 1
    assert await send(told, queue, Broken()) == 0
    assert await standing(told) == [(state, 1, "ValueError")]


async def test_what_is_urgent_goes_out_before_what_has_waited_longer(
    told: Hub, clock: StillClock
) -> None:
    """积压时，紧急的先发."""
    organs = [row["organ"] for row in await told.pool.fetch(ORGANS)]
    first, last = organs[0], organs[-1]
    await told.pool.execute("UPDATE notification.notice SET weight = 'known', planned = true")
    await told.pool.execute(
        "UPDATE notification.notice SET planned = false, made_at = made_at - interval '1 hour'"
        " WHERE organ = $1", first,
    )  # fmt: skip
    await queued(told, {"gateway": dict.fromkeys(organs, "x")})
    clock.forward(timedelta(minutes=1))
    await told.pool.execute(
        "UPDATE notification.notice SET planned = false, weight = 'urgent' WHERE organ = $1", last
    )
    queue = await queued(told, {"gateway": dict.fromkeys(organs, "x")})
    claimed = [
        (await queue.claim("gateway", clock.now(), 1))[0].weight
        for _ in await told.pool.fetch("SELECT FROM notification.sending")
    ]
    assert set(claimed) == {"urgent", "known"}
    assert claimed == sorted(claimed, reverse=True)


ORGANS = "SELECT DISTINCT organ FROM notification.notice ORDER BY organ"


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ('[organ."620799-nobody"]\nmail = "a@b.example"', "620799-nobody"),
        ('[organ."620702-sifa"]\nmail = "nobody"', "不是邮件地址"),
        ('[organ."620702-sifa"]\nmail = "值班@sifa.example"', "不是邮件地址"),
        ('[organ."620702-sifa"]\nphone = "1"', "只能写"),
        ("[organ", "读不出"),
    ],
)
def test_a_file_of_addresses_that_is_wrong_says_where(tmp_path: Path, told: str, says: str) -> None:
    """外发地址文件有误的写明何处."""
    book = tmp_path / "addresses.toml"
    book.write_text(told)
    with pytest.raises(BadAddresses, match=says):
        load_addresses(book, DIRECTORY)
