"""Who may knock where: each door of the hub that makes a fact, with the roles that it takes.

Written out by hand, so that whoever opens a door to one more role says so in a second place.
"""

from typing import Final

from shared.auth import Role

GRID = Role.GRID
WINDOW = Role.WINDOW
DEPARTMENT = Role.DEPARTMENT
MEDIATOR = Role.MEDIATOR
ADJUDICATOR = Role.ADJUDICATOR
OFFICER = Role.RECONSIDERATION
HEAD = Role.RECONSIDERATION_HEAD
COMMITTEE = Role.COMMITTEE
SECRETARY = Role.SECRETARY
SUPERVISOR = Role.SUPERVISOR
ADMINISTRATOR = Role.ADMINISTRATOR
PARTY = Role.PARTY

_BY_ROLES: Final[dict[tuple[Role, ...], tuple[str, ...]]] = {
    (WINDOW,): (
        *("/disputes/{number}/applicant-addition", "/disputes/{number}/contact-correction"),
        *("/disputes/similar", "/parties/search", "/routings/suggestion"),
        *("/imports", "/imports/{import_id}/batches", "/imports/{import_id}/rejects/{reject}"),
    ),
    (WINDOW, OFFICER, HEAD): ("/disputes",),
    (WINDOW, PARTY): ("/disputes/{number}/withdrawal", "/routings/{case_id}/application"),
    (DEPARTMENT,): (
        *(
            f"/whistles/{{case_id}}/{act}"
            for act in (
                *("check-in", "site-visit", "answer", "progress", "finish", "waiting"),
                *("resumption", "refusal", "competence-dispute", "extension-request"),
            )
        ),
    ),
    (DEPARTMENT, WINDOW, OFFICER, HEAD): ("/attachments/{case_id}",),
    (DEPARTMENT, HEAD): tuple(
        f"/watches/{{case_id}}/{act}"
        for act in ("order", "interview-notice", "interview", "criticism")
    ),
    (GRID, WINDOW, SUPERVISOR): (
        "/whistles",
        *(
            f"/ladders/{{case_id}}/{act}"
            for act in ("solution", "taking-up", "escalation", "risk", "red-report")
        ),
    ),
    (WINDOW, SUPERVISOR): (
        *(
            f"/whistles/{{case_id}}/{act}"
            for act in ("return", "calls", "extension", "ruling", "meeting", "plan")
        ),
        "/whistles/{case_id}/closure",
        "/hotspots/{case_id}/whistle",
        "/routings/{case_id}/correction",
    ),
    (WINDOW, SUPERVISOR, PARTY): ("/whistles/{case_id}/callback",),
    (WINDOW, MEDIATOR, PARTY): (
        "/mediations",
        "/mediations/{case_id}/consent",
        "/mediations/{case_id}/refusal",
    ),
    (MEDIATOR,): tuple(
        f"/mediations/{{case_id}}/{act}"
        for act in (
            *("mediator", "session", "escalation", "term-extension", "agreement", "failure"),
            *("performance", "non-performance", "confirmation", "confirmation-ruling"),
        )
    ),
    (WINDOW, ADJUDICATOR, PARTY): ("/adjudications", "/adjudications/{case_id}/withdrawal"),
    (ADJUDICATOR, PARTY): ("/adjudications/{case_id}/copy-receipt",),
    (WINDOW, ADJUDICATOR): tuple(
        f"/adjudications/{{case_id}}/{act}" for act in ("answer", "remedy")
    ),
    (ADJUDICATOR,): tuple(
        f"/adjudications/{{case_id}}/{act}"
        for act in (
            *("acceptance", "declination", "copy", "mediation", "opinion"),
            *("opinion-extension", "opinion-submission", "ruling", "service", "remedy-result"),
            *("performance", "urging", "enforcement", "closing"),
        )
    ),
    (WINDOW, PARTY, OFFICER, HEAD): ("/reconsiderations",),
    (WINDOW, PARTY, DEPARTMENT, OFFICER, HEAD): ("/reconsiderations/handed-in",),
    (COMMITTEE,): tuple(
        f"/consultations/{{case_id}}/{act}" for act in ("own-recusal", "own-opinion")
    ),
    (COMMITTEE, HEAD): ("/consultations/{case_id}/recusal-ruling",),
    (SECRETARY,): (
        *(
            f"/consultations/{{case_id}}/{act}"
            for act in (*("panel", "recusal", "replacement", "meeting", "opinion"),)
        ),
        "/rosters",
        *(f"/rosters/{{case_id}}/{act}" for act in ("change", "exit", "plenary", "times")),
    ),
    (SUPERVISOR,): (
        *(f"/presses/{act}" for act in ("urging", "note", "explanation-request")),
        "/hotspots/{case_id}/exclusion",
        "/whistles/{case_id}/signature",
    ),
    (GRID, WINDOW, DEPARTMENT, MEDIATOR, ADJUDICATOR, OFFICER, HEAD): (
        "/presses/{case_id}/explanation",
    ),
    (ADMINISTRATOR, SUPERVISOR): (
        "/rulebooks",
        *(f"/rulebooks/{{case_id}}/{act}" for act in ("rehearsals", "approval", "withdrawal")),
        *(
            f"/rulebooks/{{case_id}}/rehearsals/{{rehearsal_id}}/{act}"
            for act in ("parts", "cancellation")
        ),
    ),
    (
        *(GRID, WINDOW, DEPARTMENT, MEDIATOR, ADJUDICATOR, OFFICER, HEAD, COMMITTEE),
        *(SECRETARY, SUPERVISOR),
    ): (
        "/notices/{notice_id}/reading",
        "/notices/readings",
    ),
    (OFFICER, HEAD): (
        "/work-checks",
        "/work-checks/{case_id}/mending-report",
        "/watches/{case_id}/performance",
        *(
            f"/attached-reviews/{{case_id}}/{act}"
            for act in (
                *("competence", "issuer-notice", "issuer-notice-receipt", "issuer-reply"),
                *("issuer-explanation", "document-forwarding", "document-forwarding-receipt"),
                *("handling-opinion", "handling-opinion-urging", "issuer-correction"),
            )
        ),
    ),
    (HEAD,): (
        "/work-reports",
        *(f"/work-reports/{{case_id}}/{act}" for act in ("report", "major-matter")),
        *(f"/work-checks/{{case_id}}/{act}" for act in ("result", "mending", "confirmation")),
        "/attached-reviews/{case_id}/conclusion",
    ),
    (ADMINISTRATOR,): (
        "/notices/sendings/resendings",
        *(f"/parked/{{parked_id}}/{act}" for act in ("mending", "replay", "discard")),
    ),
}

_OF_RECONSIDERATION: Final[tuple[tuple[tuple[Role, ...], tuple[str, ...]], ...]] = (
    # through the organ that fined
    ((DEPARTMENT, OFFICER, HEAD), ("forwarding", "penalty-correction")),
    ((OFFICER, HEAD), ("forwarding-receipt", "conditions", "respondent-change-notice")),
    ((OFFICER, HEAD), ("respondent-change-retraction", "respondent-succession")),
    # application 申请 to acceptance 受理
    ((WINDOW, PARTY, OFFICER, HEAD), ("supplement",)),
    ((WINDOW, PARTY, OFFICER, HEAD), ("supplement-deferral",)),
    ((PARTY, OFFICER, HEAD), ("supplement-notice-receipt",)),
    (
        (OFFICER, HEAD),
        (
            "supplement-notice",
            "supplement-extension",
            "acceptance",
            "declination",
            "no-further-handling",
            "supplement-in-time",
        ),
    ),
    # who takes part, who takes over, what is joined
    ((WINDOW, OFFICER, HEAD), ("representatives", "third-person-request")),
    ((OFFICER, HEAD), ("representatives-notice", "severance")),
    ((WINDOW, PARTY, OFFICER, HEAD), ("capacity", "basics")),
    ((WINDOW, PARTY, OFFICER, HEAD), ("agent", "co-applicant", "co-application")),
    ((WINDOW, PARTY, OFFICER, HEAD), ("representatives-choice",)),
    ((DEPARTMENT, OFFICER, HEAD), ("respondent-agent",)),
    ((WINDOW, PARTY, DEPARTMENT, OFFICER, HEAD), ("agent-change", "agent-end")),
    ((OFFICER, HEAD), ("third-person", "third-person-refusal", "third-person-absence")),
    ((OFFICER, HEAD), ("statutory-agent", "succession", "addressee-gone", "addressee-found")),
    ((HEAD,), ("partial-termination", "joinder")),
    # how a case is handled
    ((OFFICER, HEAD), ("complexity", "reviewers", "simplified")),
    ((PARTY, DEPARTMENT, OFFICER, HEAD), ("recusal", "simplified-consent")),
    ((HEAD,), ("recusal-decision", "conversion")),
    # the authority above
    ((WINDOW, PARTY, OFFICER, HEAD), ("wrong-report",)),
    ((HEAD,), ("elevation-request", "elevation-denial", "elevation")),
    ((OFFICER, HEAD), ("file-transfer", "elevated-file-receipt", "elevated-case-end")),
    # from acceptance to what the decision rests on
    (
        (OFFICER, HEAD),
        (
            *("copy", "views", "written-review", "consultation", "consultation-withdrawal"),
            "reply-in-time",
        ),
    ),
    ((DEPARTMENT, OFFICER, HEAD), ("copy-receipt", "reply", "late-reply", "reply-deferral")),
    # evidence 证据, inquiry 调查取证, appraisal 鉴定, reading the file 查阅复制
    ((WINDOW, PARTY, OFFICER, HEAD), ("evidence", "file-access-request")),
    ((DEPARTMENT, OFFICER, HEAD), ("respondent-evidence", "further-evidence-request")),
    ((WINDOW, PARTY, DEPARTMENT, OFFICER, HEAD), ("appraisal-request",)),
    (
        (OFFICER, HEAD),
        (
            *("further-evidence", "further-evidence-refusal", "evidence-examination", "inquiry"),
            *("appraisal-refusal", "appraisal", "appraisal-end", "inspection", "inspection-end"),
            "file-access",
        ),
    ),
    # hearing 听证
    ((WINDOW, PARTY, OFFICER, HEAD), ("hearing-request", "compensation-claim", "respondent")),
    ((WINDOW, PARTY, OFFICER, HEAD), ("request", "third-request-admission")),
    (
        (OFFICER, HEAD),
        (
            *("hearing-denial", "hearing-notice", "hearing-notice-receipt"),
            *("hearing-postponement", "hearing-abandonment", "hearing", "hearing-waiver"),
            "hearing-waiver-retraction",
        ),
    ),
    # suspension 中止, termination 终止, stay of execution 停止执行
    ((WINDOW, PARTY, OFFICER, HEAD), ("stay-request",)),
    ((DEPARTMENT, OFFICER, HEAD), ("respondent-stay",)),
    ((OFFICER, HEAD), ("suspension-cause-gone", "resumption", "resumption-order")),
    ((HEAD,), ("suspension", "termination", "stay", "stay-refusal", "stay-end")),
    # attached review 附带审查
    ((WINDOW, PARTY, OFFICER, HEAD), ("attached-request", "attached-withdrawal")),
    ((OFFICER, HEAD), ("attached-refusal", "basis-doubt")),
    # mediation 调解, settlement 和解
    ((OFFICER, HEAD), ("mediation", "mediation-failure", "mediation-signature", "refiling")),
    ((HEAD,), ("mediation-document", "mediation-seal", "withdrawal-refusal")),
    ((WINDOW, PARTY, OFFICER, HEAD), ("settlement",)),
    # findings 审理认定, draft 拟稿, approval 审批, seal 用印
    ((OFFICER, HEAD), ("findings", "draft", "joint-draft", "submission", "seal")),
    ((HEAD,), ("approval", "return")),
    # authorities that decide together 共同作出决定
    ((OFFICER, HEAD), ("co-authority",)),
    ((HEAD,), ("co-authority-release", "countersignature", "countersign-refusal")),
    # papers 文书
    (
        (DEPARTMENT, OFFICER, HEAD),
        ("papers/numbers/{sort}", "paper-service", "paper-service-again"),
    ),
    ((PARTY,), ("paper-receipt",)),
    # decision 决定, service, withdrawal
    ((WINDOW, PARTY, OFFICER, HEAD), ("withdrawal",)),
    ((OFFICER, HEAD), ("service", "service-again", "announcement", "delivery")),
    ((HEAD,), ("extension",)),
    # what follows 后续
    ((HEAD,), ("aftermath",)),
    ((OFFICER, HEAD), ("refusal-service",)),
)
"""The acts on a file of 行政复议, chapter by chapter."""

_OF_AFTERMATH: Final[tuple[tuple[tuple[Role, ...], tuple[str, ...]], ...]] = (
    ((HEAD,), ("correction", "publication", "withholding", "annulment")),
    ((OFFICER, HEAD), ("correction-service", "service", "copy", "refusal-service", "decided-anew")),
    ((OFFICER, HEAD), ("addressee-gone", "addressee-found", "respondent-succession")),
    ((PARTY,), ("refusal-receipt",)),
    ((HEAD,), ("opinion-letter", "letter-unheeded", "recommendation", "hand-over")),
    ((OFFICER, HEAD), ("opinion-letter-receipt", "opinion-letter-copy")),
    ((DEPARTMENT, OFFICER, HEAD), ("correction-report", "recommendation-answer")),
    (
        (DEPARTMENT, OFFICER, HEAD),
        (
            *("performance-time", "urging", "enforcement-application", "enforcement"),
            *("party-performance", "no-enforcement"),
            *("court-refusal", "court-above", "immediate-enforcement", "immediate-ruling"),
        ),
    ),
)
"""The acts on a file of 后续."""

_OF_CORRECTION: Final[tuple[tuple[tuple[Role, ...], tuple[str, ...]], ...]] = (
    ((HEAD,), ("order", "denial", "direct-acceptance")),
    ((OFFICER, HEAD), ("correction",)),
)
"""The acts on what is reported to the authority above."""

_OF_DEFERRAL: Final[tuple[tuple[tuple[Role, ...], tuple[str, ...]], ...]] = (
    ((OFFICER, HEAD), ("grant", "refusal")),
)
"""The acts on what is asked after a period was missed."""

DOORS: Final = {path: frozenset(roles) for roles, paths in _BY_ROLES.items() for path in paths} | {
    f"/{files}/{{case_id}}/{act}": frozenset(roles)
    for files, doors in (
        ("reconsiderations", _OF_RECONSIDERATION),
        ("corrections", _OF_CORRECTION),
        ("deferrals", _OF_DEFERRAL),
        ("aftermaths", _OF_AFTERMATH),
    )
    for roles, acts in doors
    for act in acts
}
"""Roles by path; all of them are POST."""
