"""成页: what pages write hundreds of times, written with little: conditions, and what is chosen."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, Final

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

LISTS: Final = 128
"""Long lists that are kept as they were written: those of the city, of counties, of the law."""

SHORT: Final = 30
"""With so many at most it is written each time: it may be the parties of a case."""

_SIGNS: Final = re.compile("[&<>'\"]")
_OF_DICTS: Final = frozenset(dir(dict))


class Compiled(CodeGenerator):
    """A template as it is compiled here: `a if b` is the empty text where b does not hold.

    Jinja would make an undefined value of it each time, and then ask that value what it says.
    """

    def visit_CondExpr(self, node: nodes.CondExpr, frame: Frame) -> None:  # noqa: N802 - Jinja's
        """Say what it is otherwise, where the template does not."""
        node.expr2 = node.expr2 or nodes.Const("", lineno=node.lineno)
        super().visit_CondExpr(node, frame)

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        """What is only written needs no value that remembers that it is escaped."""
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
            return
        self.write("environment.written(")
        if finalize.src is not None:
            self.write(finalize.src)


class Templates(Environment):
    """模板: compiled so, with what they write and what they read of values made cheap."""

    code_generator_class = Compiled

    @staticmethod
    def written(value: object) -> str:
        """A value as it stands on a page, escaped; most have nothing in them to escape."""
        if type(value) is str and not _SIGNS.search(value):
            return value
        return escape(value)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - any value of a page
        """What a door answered is read by its keys at once, but for what every dict has."""
        if type(obj) is dict and attribute in obj and attribute not in _OF_DICTS:
            return obj[attribute]
        return super().getattr(obj, attribute)


def choices(offered: Iterable[tuple[str, str]], value: object) -> Markup:
    """选项: what one chooses from, each with its code; the one that is `value` is chosen."""
    every = tuple(offered)
    written = _long(every) if len(every) > SHORT else _options(every)
    begins = f'<option value="{escape(value)}"'
    chosen = written.replace(f"{begins}>", f"{begins} selected>")
    return Markup(chosen)  # noqa: S704 - every word in it is escaped


def _options(offered: tuple[tuple[str, str], ...]) -> str:
    lines = (f'<option value="{escape(code)}">{escape(says)}</option>\n' for code, says in offered)
    return "".join(lines)


_long = lru_cache(LISTS)(_options)
"""Long ones are catalogues of the city or of the law, the same on page after page."""


def organs_typed(typed: Callable[[str], str]) -> Callable[[Iterable[tuple[str, str]]], Markup]:
    """机关名单: the organs that a field may name, each as one types it.

    One that is typed by its code has its name beside it.
    """

    @lru_cache(LISTS)
    def written(known: tuple[tuple[str, str], ...]) -> Markup:
        said = ((typed(code), code, name) for code, name in known)
        lines = (
            f'<option value="{escape(one)}">{escape(name) if one == code else ""}</option>'
            for one, code, name in said
        )
        return Markup("".join(lines))  # noqa: S704 - as above

    return lambda known: written(tuple(known))
