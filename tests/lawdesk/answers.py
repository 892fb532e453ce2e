"""How answers of the law desk are read in tests."""

from shared.lawdesk import Answer


def last(answer: Answer, term: str) -> str:
    """Last day of the proof of that term."""
    [proof] = [each for each in answer.proofs if each.term == term]
    return proof.reckoning.last_day.isoformat()


def terms(answer: Answer) -> set[str]:
    return {each.term for each in answer.proofs}


def open_kinds(answer: Answer) -> set[str]:
    return {each["kind"] for each in answer.values["kinds"] if each["open"]}
