"""Made-up messages of three classes, and one to ask about."""

from services.routing.suggest import Labelled

WORDS = {
    "环境保护": ("工厂夜里排放臭气", "河道被污水染黑", "工地扬尘很大", "烟囱冒出黑烟"),
    "交通运输": ("公交班次太少", "出租车拒绝载客", "公路路面坑洼", "客运站没有候车亭"),
    "劳动和社会保障": ("老板拖欠工资", "单位不缴社保", "加班没有加班费", "养老金没有到账"),
}
WHO = ("东街居民", "西关住户", "南门商户", "北郊村民", "新城业主")
ASKED = "北门外的工厂天天排放臭气，污水流进河道，烟囱黑烟不断，住户开不了窗"


def messages() -> list[Labelled]:
    """Sixty messages of three classes, made of a few words each."""
    return [
        Labelled(said, f"{who}反映：{said}，{more}，希望尽快处理", label)
        for label, words in WORDS.items()
        for at, said in enumerate(words)
        for who, more in zip(WHO, (*words[at:], *words), strict=False)
    ]
