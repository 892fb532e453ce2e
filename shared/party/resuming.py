"""接着填: back in the form in which a party was when its session ended, with what was typed."""

from uuid import UUID

from starlette.responses import Response

from shared.party.acting import form_of
from shared.party.applying import adjudication_form, mediation_form
from shared.party.co_applying import asked_form
from shared.party.kept import Kept
from shared.party.reconsidering import begin
from shared.party.session import PartyPage


async def resume(party: PartyPage, kept: Kept) -> Response:
    """The form again; nothing of it is sent before the party says so."""
    party.typed = kept.typed
    match kept.path.split("/")[2:]:
        case ["act", case_id, slug]:
            return await form_of(UUID(case_id), slug, party)
        case ["co-application", case_id]:
            return await asked_form(UUID(case_id), party)
        case ["mediation"]:
            return await mediation_form(party)
        case ["adjudication"]:
            return await adjudication_form(party)
        case _:
            return await begin(party)
