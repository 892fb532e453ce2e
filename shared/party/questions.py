"""申请书要写明的事: what an application must say, and which article asks for it.

An application needs definite parties, a definite request with its reasons, and its period kept
(ARL 30); whatever is left out is told at once, before it costs an exchange of letters (ARL 31).
"""

from dataclasses import dataclass
from typing import Final

from shared.casepage.answers import DisputeOut
from shared.casepage.registered import applied_with, registered
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration.forwarding import Fine
from shared.directory import Directory
from shared.frame import Form
from shared.frame.filled import typed_of
from shared.frame.meanings import meanings
from shared.law.article import ARL, ARR2026, Article
from shared.party.accused import named_near
from shared.party.basics import BASICS
from shared.party.capacity import CAPACITY
from shared.party.claimants import WHOSE
from shared.party.deed import FILES, YES_NO, Ask
from shared.party.silence import of_silence

STEPS: Final = (1, 2, 3)
REQUESTING: Final = 2
"""The step in which it is said what is asked."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question, and the article for which it is asked."""

    ask: Ask
    article: Article
    unless: str = ""
    """The question whose answer 是 makes this one needless."""

    def is_missing(self, form: Form) -> bool:
        """Whether it must be said and was not."""
        needless = bool(self.unless) and form.get(self.unless) == "true"
        return self.ask.required and not needless and not form.get(self.ask.name)

    def is_said(self, form: Form) -> bool:
        """Whether it was said, by anything but what the form begins with."""
        begins = self.ask.options[0][0] if self.ask.options else ""
        return form.get(self.ask.name) not in (begins, "")


def asked(step: int, directory: Directory, county: str, whose: Ask | None) -> tuple[Wanted, ...]:
    """What a step asks; the last one nothing more. `whose` asks whose claim it is (ARL 72)."""
    if step == 1:
        return (*_organ(directory, county), *ACT)
    if step != REQUESTING:
        return ()
    at = next(n for n, one in enumerate(REQUEST, start=1) if one.ask.name == "compensation")
    claim = (Wanted(whose, ARL[72].par(1)),) if whose else ()
    return (*REQUEST[:at], *claim, *REQUEST[at:])


def carried(step: int, directory: Directory, county: str) -> tuple[str, ...]:
    """What a step carries unseen: all that the others ask, but files, which name themselves."""
    others = (one.ask for n in STEPS if n != step for one in asked(n, directory, county, WHOSE))
    return tuple(ask.name for ask in others if ask.kind != "files")


def contradictions(step: int, form: Form) -> dict[str, str]:
    """What of a step does not go together with what was said, by question."""
    if step == 1:
        return of_silence(form)
    if step == REQUESTING and form.get("joint") and form.get("fine"):
        return {"fine": "前面选了两个机关一起作的决定，直接向复议机关申请，这里选“不是”"}
    return {}


def county_of(dispute: DisputeOut) -> str:
    """The county of a dispute, six digits."""
    return str(registered(dispute).get("county", ""))


def known_of(dispute: DisputeOut) -> Form:
    """What was said when the dispute was taken in, and need not be said again."""
    return typed_of(applied_with(dispute))


def _organ(directory: Directory, county: str) -> tuple[Wanted, ...]:
    organs = named_near(directory, county)
    ask = Ask(
        "respondent",
        "是哪个机关作出的决定？",
        "select",
        help="看处罚决定书、通知书上盖的是谁的章",
        required=True,
        options=(("", "请选一个机关"), *organs),
    )
    other = Ask(
        "joint",
        "还有别的机关和它一起作的这个决定吗？",
        "select",
        help="看决定书上是不是盖了两个机关的章；没有就不选，还有更多的请到窗口办",
        options=(("", "没有"), *organs),
    )
    return (Wanted(ask, ARL[30].par(1, item=1)), Wanted(other, ARL[19].par(2)))


ACT: Final = (
    Wanted(
        Ask(
            "act",
            "是哪一类决定？",
            "select",
            help="拿不准的选“其他行政行为”",
            required=True,
            options=(("", "请选一类"), *meanings(ActKind).items()),
        ),
        ARL[11],
    ),
    Wanted(
        Ask(
            "omission",
            "是您去申请，机关一直没有受理、没有答复、没有办吗？",
            "select",
            help="只有申请许可、请求保护、申请社保低保等待遇、申请信息公开才有这种情况，别的不用选",
            options=(
                ("", "请选一项"),
                ("false", "不是，机关作了决定或者答复了"),
                ("true", "是，机关一直没有办"),
            ),
        ),
        ARR2026[24],
    ),
    Wanted(
        Ask(
            "requested_on",
            "上面选“是”的：机关是哪天收到您的申请的？",
            "date",
            help="没有规定办理期限的，收到满六十日还不办，才可以申请复议",
            after="omission",
        ),
        ARR2026[24],
    ),
    Wanted(
        Ask(
            "duty_within",
            "上面选“是”的：规定机关要在多少天内办完？",
            help="写成比如：20个工作日、30日；没有规定或者不知道，可以不填",
            after="omission",
        ),
        ARR2026[24],
    ),
    Wanted(
        Ask(
            "urgent",
            "上面选“是”的：是情况紧急、请求保护人身或者财产吗？",
            "select",
            help="情况紧急的，不用等办理期限满",
            options=(("", "不是"), ("true", "是")),
            after="omission",
        ),
        ARR2026[24],
    ),
    Wanted(
        Ask(
            "learnt_on",
            "您是哪天知道这个决定的？",
            "date",
            help="申请的期限从这天算起；机关一直没有办的，是它应当办完的那天，不知道可以不填",
            required=True,
        ),
        ARL[20].par(1),
        unless="omission",
    ),
    Wanted(
        Ask(
            "told_remedies",
            "决定书上写了可以申请复议、向谁申请、多少天内申请吗？",
            "choice",
            help="三样缺一样就选“否”",
            required=True,
            options=YES_NO,
        ),
        ARL[20].par(3),
        unless="omission",
    ),
    Wanted(
        Ask(
            "remedies_learnt_on",
            "上面选“否”的：后来您是哪天知道可以申请复议的？",
            "date",
            help="还是今天才知道的，可以不填",
            after="told_remedies",
        ),
        ARL[20].par(3),
    ),
    Wanted(
        Ask(
            "act_number",
            "决定书的文号",
            help="没有可以不填，比如：甘综执罚字〔2026〕12号",
        ),
        ARL[30].par(1, item=3),
    ),
    Wanted(Ask("act_done_on", "决定书上写的日期", "date", help="没有可以不填"), ARL[21]),
    Wanted(
        Ask(
            "real_estate",
            "这个决定是关于房子、土地等不动产的吗？",
            "select",
            help="没人告诉您决定内容的，最长的期限不一样",
            options=(("", "不是"), ("true", "是")),
        ),
        ARL[21],
    ),
)

FINES: Final = (
    ("", "不是，直接向复议机关申请"),
    (Fine.ON_THE_SPOT.value, "当场罚的，交给罚款的机关"),
    (Fine.MONITORED.value, "摄像头等电子设备拍到罚的，交给罚款的机关"),
)

REQUEST: Final = (
    *(Wanted(ask, ARR2026[27].par(1)) for ask in CAPACITY),
    *(Wanted(ask, ARR2026[27].par(1, 1)) for ask in BASICS),
    Wanted(
        Ask(
            "request",
            "您要求怎么办？",
            "textarea",
            help="比如：请求撤销〔2026〕12号处罚决定",
            required=True,
        ),
        ARL[30].par(1, item=3),
    ),
    Wanted(
        Ask(
            "facts",
            "事情是怎么回事？您为什么觉得不对？",
            "textarea",
            help="什么时候、在哪里、发生了什么；有什么证据；以前有过复议决定的，写明这次有什么新情况",
            required=True,
        ),
        ARL[30].par(1, item=3),
    ),
    Wanted(
        Ask(
            "stay",
            "要请求先不要执行吗？要的，写为什么",
            "textarea",
            help="比如：房子拆了就没法恢复。不要的不填；以后也可以再请求",
        ),
        ARL[42].par(item=3),
    ),
    Wanted(
        Ask(
            "hearing",
            "要请求开听证会吗？要的，写为什么",
            "textarea",
            help="重大、疑难、复杂的案子一定要开。不要的不填；以后也可以再请求",
        ),
        ARL[50].par(2),
    ),
    Wanted(
        Ask(
            "compensation",
            "要一并请求赔偿吗？要的，写要多少、受了什么损失",
            "textarea",
            help="和那个决定一起审、一起答复，不用另外打官司。不要的不填",
        ),
        ARL[72].par(1),
    ),
    Wanted(
        Ask(
            "fine",
            "是罚款等处罚，要先交给作出处罚的机关吗？",
            "select",
            help="那个机关五个工作日内自己改正，或者转交复议机关；不选就直接向复议机关申请",
            options=FINES,
        ),
        ARL[32].par(1),
    ),
    Wanted(FILES, ARR2026[28]),  # after the words, which are read first
)
