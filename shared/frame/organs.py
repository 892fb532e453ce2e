"""机关: a form has the name of an organ, and a door its code."""

from collections.abc import Callable, Iterator

from shared.directory import Directory
from shared.errors import Malformed
from shared.frame.filled import row, rows_of
from shared.frame.forms import Box
from shared.frame.typed import Form


def spoken_in(directory: Directory) -> Callable[[str], str]:
    """What a field that names organs shows of a code: the name, by which `coded` finds it again.

    Of several organs of one name each is shown by its code, and so is what names nobody.
    """
    names = {codes[0]: name for name, codes in _codes(directory).items() if len(codes) == 1}
    return lambda code: names.get(code, code)


def coded(form: Form, shown: tuple[Box, ...], directory: Directory) -> Form:
    """The form with the code of every organ that was named in full.

    Raises:
        Malformed: A name is that of no organ, or of several.
    """
    codes = _codes(directory)
    values = dict(form.values)
    for box in _naming(form, shown):
        values[box.name] = [_lines(one, box, codes) for one in form.values.get(box.name, ())]
    return Form(values, form.files)


def organ_code(said: str, directory: Directory, field: str) -> str:
    """The code of the one organ that is named, or a code as it was written.

    Raises:
        Malformed: It is the name of no organ, or of several.
    """
    return _code(said.strip(), field, _codes(directory))


def _codes(directory: Directory) -> dict[str, list[str]]:
    codes: dict[str, list[str]] = {}
    for one in directory.organs():
        codes.setdefault(one.name, []).append(one.code)
    return codes


def _naming(form: Form, shown: tuple[Box, ...]) -> Iterator[Box]:
    """The fields that name organs, of each row apart."""
    for box in shown:
        if box.kind == "rows":
            for number in range(rows_of(form, box)):
                yield from _naming(form, row(box, number))
        elif box.organs and box.name in form.values:
            yield box
        else:
            yield from _naming(form, box.inner)


def _lines(text: str, box: Box, codes: dict[str, list[str]]) -> str:
    return "\n".join(_code(line.strip(), box.name, codes) for line in text.splitlines())


def _code(said: str, field: str, codes: dict[str, list[str]]) -> str:
    if said.isascii():
        return said
    known = codes.get(said, [])
    if len(known) != 1:
        raise Malformed(f"没有查到“{said}”，请从列表中选择，或者写机关的全称", field)
    return known[0]
