"""What a training came to 训练结果: for a script, and as a table that an officer reads."""

from dataclasses import asdict
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, Any

from deploy.cli.columns import columns

if TYPE_CHECKING:
    from services.routing.suggest.training import Trained


def account(
    trained: "Trained", out: Path | None, *, unlabelled: int, rejected: int
) -> dict[str, Any]:
    """The account of a training, its figures in full."""
    return {
        "rows": trained.model.learnt.rows,
        "unlabelled": unlabelled,
        "rejected": rejected,
        "repeats": trained.repeats,
        "left_out": trained.left_out,
        "macro_f1": trained.grouped.macro_f1,
        "accuracy": trained.grouped.accuracy,
        "macro_f1_of_each_split": trained.spread,
        "macro_f1_repeats_torn_apart": trained.plain.macro_f1,
        "classes": [asdict(one) for one in trained.grouped.classes],
        "confusion": trained.grouped.confusion,
        "claims": [asdict(one) for one in trained.claims],
        "runs": len(trained.model.weights),
        "digest": trained.model.digest,
        "model": str(out) if out else None,
    }


def account_page(trained: "Trained", facts: dict[str, Any]) -> str:
    """The same in Chinese."""
    grouped, spread = trained.grouped, trained.spread
    used = f"学习 {facts['rows']:,} 件，其中重复 {facts['repeats']:,} 件"
    unused = f"未分类 {facts['unlabelled']:,} 行、读不出 {facts['rejected']:,} 行没有使用"
    found = f"宏平均 F1 {grouped.macro_f1:.3f}，首选正确 {grouped.accuracy:.1%}"
    others = f"{len(spread)} 种分法平均 {mean(spread):.3f}，{min(spread):.3f} 至 {max(spread):.3f}"
    lines = [
        f"{used}；{unused}",
        *(f"类别“{label}”只有 {n} 件，没有使用" for label, n in facts["left_out"].items()),
        "",
        f"五折交叉验证，重复件不拆开：{found}（{others}）",
        f"不管重复件：宏平均 F1 {trained.plain.macro_f1:.3f}",
        "",
        _classes(trained),
        "",
        "混淆（行为原分类，列为建议）",
        _confusion(trained),
        "",
        "把握与命中",
        _claims(trained),
        "",
        f"模型已写到 {facts['model']}" if facts["model"] else "没有写出模型；写出请加 --out 文件",
    ]
    return "\n".join(lines)


def _classes(trained: "Trained") -> str:
    rows = [
        (one.label, one.count, f"{one.precision:.3f}", f"{one.recall:.3f}", f"{one.f1:.3f}")
        for one in trained.grouped.classes
    ]
    return columns(("类别", "件数", "准确率", "召回率", "F1"), rows)


def _confusion(trained: "Trained") -> str:
    labels = trained.model.labels
    told = zip(labels, trained.grouped.confusion, strict=True)
    return columns(("", *labels), [(label, *row) for label, row in told])


def _claims(trained: "Trained") -> str:
    rows = [
        (f"{one.low:.0%} 至 {one.high:.0%}", one.count, f"{one.claimed:.1%}", f"{one.right:.1%}")
        for one in trained.claims
    ]
    return columns(("把握", "件数", "平均把握", "实际命中"), rows)
