"""What somebody reads on a page: its text without tags, and which codes stand in it."""

import re

MAIN = re.compile(r"<main.*?</main>", re.DOTALL)
UNSEEN = re.compile(r"<(script|style|datalist)\b.*?</\1>|<[^>]*>", re.DOTALL)
ORGAN = re.compile(r"\d{6,12}-[a-z]+")


def text_of(page: str) -> str:
    """What is read between the head and the foot of a page."""
    [main] = MAIN.findall(page)
    return UNSEEN.sub(" ", main)
