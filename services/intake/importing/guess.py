"""What a ledger leaves unsaid: kind of trouble by its words, channel by the office's own name."""

import re
from typing import Final

from shared.contracts.intake import Channel
from shared.directory import Directory, Nature

_HEAD: Final = 300
"""Characters of a text that say what it is about; the rest is the story."""

_CHANNELS: Final = (
    (re.compile("热线|电话|来电|12345|12348"), Channel.HOTLINE),
    (re.compile("网格|巡查|排查"), Channel.GRID),
    (re.compile("来信|信件|邮寄|书信"), Channel.LETTER),
    (re.compile("移送|转办|交办|移交|转送"), Channel.HANDOVER),
    (re.compile("网|微信|微博|邮箱|APP|小程序|留言板", re.IGNORECASE), Channel.ONLINE),
    (re.compile("窗口|来访|走访|上门|现场"), Channel.WINDOW),
)


class Guesser:
    """Reads the matter catalogue once, and answers for many rows."""

    def __init__(self, directory: Directory) -> None:
        matters = directory.matters.values()
        self._named = {each.name: each.code for each in matters} | {m.code: m.code for m in matters}
        # A petition's words (建议, 反映) stand in nearly every text: they decide nothing.
        self._words: dict[str, list[tuple[str, str]]] = {}
        for each in matters:
            for word in each.words if each.nature is not Nature.PETITION else ():
                self._words.setdefault(word[0], []).append((word, each.code))
        petitions = [each.code for each in matters if each.nature is Nature.PETITION]
        self.other = (petitions or list(directory.matters))[-1]
        """The matter of what belongs to no other."""

    def named(self, text: str) -> str | None:
        """The matter that a ledger names, by code or name."""
        return self._named.get(text)

    def matter(self, subject: str, text: str) -> str:
        """纠纷类型 by the words of the subject, else of how the text begins."""
        return self._most(subject) or self._most(text[:_HEAD]) or self.other

    def _most(self, text: str) -> str | None:
        """The matter most of whose words are found; the longer words count for more."""
        scores: dict[str, int] = {}
        for first in self._words.keys() & set(text):
            for word, code in self._words[first]:
                if word in text:
                    scores[code] = scores.get(code, 0) + len(word)
        return max(scores, key=lambda code: (scores[code], code)) if scores else None

    def channel(self, text: str) -> Channel:
        """来源渠道 as the ledger calls it; what is handed over without a word is a 移送."""
        if text in set(Channel):
            return Channel(text)
        found = (channel for pattern, channel in _CHANNELS if pattern.search(text))
        return next(found, Channel.HANDOVER)
