"""分类建议: learnt from made-up messages, asked, and refused."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from services.routing.suggest import BadModel, Labelled, Model, Scorer, read_model, suggest
from services.routing.suggest.duties import class_table
from services.routing.suggest.folds import FOLDS, groups, split
from services.routing.suggest.measure import measured
from services.routing.suggest.risk import risk_table, risks_in
from services.routing.suggest.suggesting import NO_MODEL, STRANGE, TOO_SHORT
from services.routing.suggest.text import counted, plain
from services.routing.suggest.training import TooLittle, Trained, train
from tests.routing.cases import DIRECTORY
from tests.routing.labelled import ASKED, WORDS, messages


@pytest.fixture(scope="module")
def trained() -> Trained:
    return train(messages(), on="2026-11-23")


@pytest.fixture
def file(trained: Trained, tmp_path: Path) -> Path:
    path = tmp_path / "model.json"
    path.write_text(trained.model.dump(), encoding="utf-8")
    return path


# -- what is learnt


def test_what_was_learnt_is_found_again_in_other_words(trained: Trained) -> None:
    [first, *_] = suggest(Scorer(trained.model), "", ASKED, DIRECTORY).suggestions
    assert first.label == "环境保护"
    assert first.probability > 0.6


def test_the_parts_of_all_classes_are_one(trained: Trained) -> None:
    scorer = Scorer(trained.model)
    said = scorer.vector("", plain(ASKED).text)
    assert sum(scorer.probabilities(said)) == pytest.approx(1)


def test_the_reasons_are_words_of_the_message_itself(trained: Trained) -> None:
    [first, *_] = suggest(Scorer(trained.model), "黑烟", ASKED, DIRECTORY).suggestions
    assert first.reasons_for
    assert all(one.word in ASKED for one in (*first.reasons_for, *first.reasons_against))
    assert "烟" in "".join(one.word for one in first.reasons_for)
    assert all(one.weight > 0 for one in first.reasons_for)
    assert all(one.weight < 0 for one in first.reasons_against)


def test_words_are_shown_as_the_citizen_wrote_them(trained: Trained) -> None:
    old = "⼯⼚12号夜⾥排放臭⽓，河道被污⽔染⿊"  # characters of the radicals' block
    [first, *_] = suggest(Scorer(trained.model), "", old, DIRECTORY).suggestions
    assert first.label == "环境保护"
    assert all(one.word in old for one in first.reasons_for)


def test_numbers_and_letters_are_neither_learnt_nor_shown(trained: Trained) -> None:
    assert plain("A3区路灯12盏，WIFI坏").text == "区路灯 盏 坏"
    assert all(run.isalpha() and not run.isascii() for run in trained.model.weights)


def test_the_reasons_add_up_to_the_score_but_for_the_bias(trained: Trained) -> None:
    scorer = Scorer(trained.model)
    text = plain("工厂排放臭气")
    said = scorer.vector("", text.text)
    parts = sum(scorer.parts(said, 0).values())
    assert scorer.scores(said)[0] == pytest.approx(trained.model.bias[0] + parts)


def test_the_departments_are_those_of_the_duty_list(trained: Trained) -> None:
    """职责清单：主办在前 (RULES 9)."""
    found = suggest(Scorer(trained.model), "", "工地扬尘污染严重，臭味难闻，烟囱黑烟", DIRECTORY)
    [first, *_] = found.suggestions
    assert first.matters[0].code == "huanjing"
    duty = DIRECTORY.duty("huanjing", DIRECTORY.city.code)
    assert first.departments == (duty.lead.code, *(each.code for each in duty.assist))


def test_a_class_whose_matters_are_not_shown_names_who_answers_for_the_class(
    trained: Trained,
) -> None:
    [first, *_] = suggest(Scorer(trained.model), "", ASKED, DIRECTORY, "620702").suggestions
    assert (first.matters, first.departments) == ((), ("620702-shengtai",))


def test_every_matter_and_department_of_the_classes_is_in_the_directory() -> None:
    for name, one in class_table().items():
        assert DIRECTORY.department(one.lead, "620702"), name
        assert set(one.matters) <= DIRECTORY.matters.keys(), name


@pytest.mark.parametrize(
    ("text", "note"), [("路灯", TOO_SHORT), ("", TOO_SHORT), ("葡萄牙葡萄酒颇有琥珀芬芳", STRANGE)]
)
def test_a_short_or_strange_text_is_told_as_one(trained: Trained, text: str, note: str) -> None:
    found = suggest(Scorer(trained.model), "", text, DIRECTORY)
    assert (found.suggestions, found.note) == ((), note)


def test_runs_do_not_go_over_a_gap() -> None:
    assert counted(plain("路灯，坏").text) == {"路": 1, "灯": 1, "路灯": 1, "坏": 1}


# -- risks


def test_risk_words_are_found_with_their_reason_and_need_no_model() -> None:
    found = suggest(None, "", "他说再不还钱就跳楼，还要拉横幅", DIRECTORY)
    assert (found.suggestions, found.note, found.model) == ((), NO_MODEL, None)
    assert [(one.level, one.words) for one in found.risks] == [
        ("red", ("跳楼",)),
        ("yellow", ("拉横幅",)),
    ]


def test_the_table_of_risk_words_has_reasons_and_no_word_twice() -> None:
    words = [word for line in risk_table() for word in line.words]
    assert len(words) == len(set(words))
    assert all(line.reason for line in risk_table())
    assert risks_in("路灯不亮") == ()


# -- the account of a training


def test_the_counts_of_a_cross_validation_add_up(trained: Trained) -> None:
    grouped = trained.grouped
    assert sum(map(sum, grouped.confusion)) == len(messages()) == trained.model.learnt.rows
    assert [sum(row) for row in grouped.confusion] == [one.count for one in grouped.classes]
    assert sum(one.count for one in trained.claims) == len(messages())
    assert grouped.macro_f1 == pytest.approx(sum(one.f1 for one in grouped.classes) / len(WORDS))
    assert trained.spread[0] == grouped.macro_f1


def test_precision_recall_and_f1_are_reckoned_as_everywhere() -> None:
    found = measured(("甲", "乙"), [0, 0, 0, 1], [0, 0, 1, 1])
    assert found.confusion == ((2, 1), (0, 1))
    first, second = found.classes
    assert (first.precision, first.recall, first.f1) == (
        1,
        pytest.approx(2 / 3),
        pytest.approx(0.8),
    )
    assert (second.precision, second.recall) == (0.5, 1)
    assert found.accuracy == 0.75


def test_repeats_stay_in_one_fold() -> None:
    said = "东街三号院门口的路灯从上个月开始就一直不亮，晚上老人出门摔倒了两次，请派人来修"
    texts = [said, "公交车太少", f"{said}谢谢", "学校食堂很贵", f"再次反映{said}", "公交车太少"]
    group = groups(texts)
    assert group == [0, 1, 0, 3, 0, 1]
    fold = split(["甲", "乙", "甲", "乙", "甲", "乙"], group)
    assert fold[0] == fold[2] == fold[4]
    assert fold[1] == fold[5]


def test_the_folds_are_even_in_every_class() -> None:
    labels = [each.label for each in messages()]
    fold = split(labels, range(len(labels)))
    for label in WORDS:
        held = [
            sum(f == n for f, x in zip(fold, labels, strict=True) if x == label)
            for n in range(FOLDS)
        ]
        assert max(held) - min(held) <= 1


def test_another_seed_makes_other_folds() -> None:
    labels = [each.label for each in messages()]
    assert split(labels, range(60), seed=1) != split(labels, range(60), seed=2)


def test_a_class_with_too_few_messages_is_left_out_and_told() -> None:
    rare = [Labelled("", "清真寺门前的停车问题", "民族宗教")] * 2
    found = train([*messages(), *rare], on="2026-11-23")
    assert found.left_out == {"民族宗教": 2}
    assert "民族宗教" not in found.model.labels
    with pytest.raises(TooLittle, match="两个类别"):
        train(rare, on="2026-11-23")


def test_what_one_citizen_alone_wrote_is_not_in_the_file() -> None:
    alone = Labelled("", "鳜鲈鳙在河道里因污水翻了肚皮", "环境保护")
    assert "鳜" not in train([*messages(), alone], on="2026-11-23").model.dump()


# -- the model file


def test_the_same_file_gives_the_same_scores(trained: Trained, file: Path) -> None:
    again = read_model(file)
    assert again == trained.model
    assert again.dump() == file.read_text(encoding="utf-8")
    one, other = (suggest(Scorer(each), "", ASKED, DIRECTORY) for each in (again, trained.model))
    assert one == other


def test_the_same_messages_make_the_same_model(trained: Trained) -> None:
    assert train(messages(), on="2026-11-23").model.digest == trained.model.digest


def changed(model: Model, **more: object) -> str:
    return json.dumps({**json.loads(model.dump()), **more}, ensure_ascii=False)


def test_an_old_an_alien_and_a_changed_file_are_refused(trained: Trained, file: Path) -> None:
    for content, said in (
        (changed(trained.model, version=0), "第 0 版"),
        (changed(trained.model, format="other"), "不是模型文件"),
        (changed(trained.model, temperature=0.5), "摘要不符"),
        ("[1, 2]", "不是模型文件"),
        ("\x00 not json", "不是模型文件"),
        (replace(trained.model, bias=(0.0,)).dump(), "内容不全"),
        (replace(trained.model, weights={"路": (1.0,)}).dump(), "内容不全"),
        (replace(trained.model, temperature=0.0).dump(), "内容不全"),
    ):
        file.write_text(content, encoding="utf-8")
        with pytest.raises(BadModel, match=said):
            read_model(file)
    file.unlink()
    with pytest.raises(BadModel, match="打不开"):
        read_model(file)
