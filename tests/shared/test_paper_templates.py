"""文书: a city's own templates, their versions, and what they leave open."""

from pathlib import Path

import pytest

from shared.paper import (
    BadTemplate,
    Paper,
    Paragraph,
    template_of,
)
from tests.shared.printing import DAY, opened, printed

TEMPLATE = """
version = "{version}"
name = "受理通知书"
body = ["{body}"]
"""


def templates(folder: Path, body: str = "自{{{{ on|day }}}}起受理。", version: str = "1") -> Path:
    """The folder of an office's templates, with one in it."""
    own = folder / "reconsideration" / "papers" / "templates"
    own.mkdir(parents=True, exist_ok=True)
    text = TEMPLATE.format(version=version, body=body.format())
    (own / "acceptance.toml").write_text(text, encoding="utf-8")
    return own


def filled(own: Path, replaced: Path | None = None) -> Paper:
    template = template_of("acceptance", own, replaced)
    return template.paper({"on": DAY}, organ="甘州区人民政府", reference="1", dated=DAY)


def test_a_city_puts_its_own_template_in_place_and_the_paper_says_which(tmp_path: Path) -> None:
    """市里的模板替换随枢纽的；用的哪一版，写在文书的属性里."""
    own, city = templates(tmp_path), tmp_path / "city"
    (city / "reconsideration").mkdir(parents=True)
    assert filled(own, city).form.startswith("acceptance 1 (")
    text = TEMPLATE.format(version="张掖-3", body="本机关决定受理。")
    (city / "reconsideration" / "acceptance.toml").write_text(text, encoding="utf-8")
    theirs = filled(own, city)
    assert theirs.form.startswith("acceptance 张掖-3 (")
    assert theirs.body == (Paragraph("本机关决定受理。"),)
    assert opened(theirs).core_properties.comments == theirs.form
    assert theirs.form in str(printed(theirs).metadata)


def test_two_templates_of_one_version_that_differ_are_told_apart(tmp_path: Path) -> None:
    """改了模板忘了改版本号，也看得出来."""
    first = filled(templates(tmp_path / "a")).form
    assert filled(templates(tmp_path / "b", body="另一种写法。")).form != first


@pytest.mark.parametrize(
    "body",
    [
        "{{{{ nobody_fills_this }}}}",
        "{{{{ law('ARL 91') }}}}",
        "{{{{ ''.__class__.__mro__ }}}}",
        "{{% if %}}",
    ],
    ids=["gap", "article", "inside", "syntax"],
)
def test_a_template_with_a_hole_makes_no_paper(tmp_path: Path, body: str) -> None:
    """模板要填的没有、引的条文没有，不出文书."""
    with pytest.raises(BadTemplate, match="acceptance"):
        filled(templates(tmp_path, body=body))
