"""校验说明: what pydantic finds wrong with a value, said in Chinese."""

import re
from collections.abc import Mapping
from typing import Any, Final

_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_UNFIT: Final = "不符合要求"

_FIXED: Final = {
    "missing": "必须填写",
    "missing_argument": "必须填写",
    "missing_keyword_only_argument": "必须填写",
    "missing_positional_only_argument": "必须填写",
    "extra_forbidden": "没有这个字段，请删去或者检查拼写",
    "unexpected_keyword_argument": "没有这个字段，请删去或者检查拼写",
    "none_required": "此处应当留空",
    "json_type": "应为一段 JSON 文本",
    "recursion_loop": "内容循环引用自身",
    "recursion_depth_exceeded": "内容嵌套过深",
    "invalid_key": "键名应为文字",
    "model_type": "应为一个对象",
    "model_attributes_type": "应为一个对象",
    "dataclass_type": "应为一个对象",
    "dict_type": "应为一个对象",
    "mapping_type": "应为一个对象",
    "list_type": "应为列表",
    "tuple_type": "应为列表",
    "set_type": "应为列表",
    "frozen_set_type": "应为列表",
    "iterable_type": "应为列表",
    "string_type": "应为文字",
    "string_unicode": "文字编码有误，应为 UTF-8",
    "string_pattern_mismatch": "格式不符合要求",
    "string_not_ascii": "只能使用半角英文字母、数字和符号",
    "bytes_type": "应为文字",
    "bool_type": "应为是（true）或者否（false）",
    "bool_parsing": "应为是（true）或者否（false）",
    "int_type": "应为整数",
    "int_parsing": "应为整数",
    "int_parsing_size": "整数过大",
    "int_from_float": "应为整数，不带小数",
    "float_type": "应为数字",
    "float_parsing": "应为数字",
    "finite_number": "应为有限的数字",
    "decimal_type": "应为数字",
    "decimal_parsing": "应为数字",
    "date_type": "应为日期，如 2026-11-23",
    "date_parsing": "应为日期，如 2026-11-23",
    "date_from_datetime_parsing": "应为日期，如 2026-11-23",
    "date_from_datetime_inexact": "应为日期，不带时刻",
    "date_past": "应为过去的日期",
    "date_future": "应为将来的日期",
    "time_type": "应为时刻，如 09:30",
    "time_parsing": "应为时刻，如 09:30",
    "datetime_type": "应为日期和时刻，如 2026-11-23T09:30:00+08:00",
    "datetime_parsing": "应为日期和时刻，如 2026-11-23T09:30:00+08:00",
    "datetime_from_date_parsing": "应为日期和时刻，如 2026-11-23T09:30:00+08:00",
    "datetime_object_invalid": "应为日期和时刻，如 2026-11-23T09:30:00+08:00",
    "datetime_past": "应为过去的时刻",
    "datetime_future": "应为将来的时刻",
    "timezone_aware": "应写明时区，如 +08:00",
    "timezone_naive": "不应写时区",
    "timezone_offset": "时区不符合要求",
    "time_delta_type": "应为一段时间，如 P3D",
    "time_delta_parsing": "应为一段时间，如 P3D",
    "uuid_type": "应为 UUID 标识",
    "uuid_parsing": "应为 UUID 标识",
    "uuid_version": "UUID 标识的版本不符合要求",
    "url_type": "应为网址",
    "url_parsing": "应为网址",
    "url_syntax_violation": "应为网址",
    "union_tag_not_found": "未写明属于哪一类",
}

_FILLED: Final = {
    "json_invalid": "不是合法的 JSON",
    "greater_than": "应大于 {gt}",
    "greater_than_equal": "不得小于 {ge}",
    "less_than": "应小于 {lt}",
    "less_than_equal": "不得大于 {le}",
    "multiple_of": "应为 {multiple_of} 的倍数",
    "too_short": "至少 {min_length} 项",
    "too_long": "至多 {max_length} 项",
    "string_too_short": "至少 {min_length} 个字",
    "string_too_long": "至多 {max_length} 个字",
    "bytes_too_short": "至少 {min_length} 个字节",
    "bytes_too_long": "至多 {max_length} 个字节",
    "url_too_long": "至多 {max_length} 个字",
    "url_scheme": "网址应以 {expected_schemes} 开头",
    "decimal_max_digits": "至多 {max_digits} 位数字",
    "decimal_max_places": "至多 {decimal_places} 位小数",
    "decimal_whole_digits": "整数部分至多 {whole_digits} 位",
    "enum": "应为以下之一：{expected}",
    "literal_error": "应为以下之一：{expected}",
    "union_tag_invalid": "类别应为以下之一：{expected_tags}",
}


def said(kind: str, context: Mapping[str, Any]) -> str:
    """What is asked for, where pydantic found an error of this kind with this context.

    A validator of ours speaks Chinese itself; whatever is not Chinese does not get through.
    """
    if kind in ("value_error", "assertion_error"):
        own = str(context.get("error", ""))
        return own if _HAN.search(own) else _UNFIT
    if kind in _FIXED:
        return _FIXED[kind]
    words = {name: _listed(value) for name, value in context.items()}
    try:
        return _FILLED[kind].format(**words)
    except KeyError:
        return _UNFIT


def _listed(value: object) -> str:
    """Values as pydantic lists them, `'a', 'b' or 'c'`, without quotes and conjunction."""
    return re.sub(r", | or ", "、", str(value)).replace("'", "")
