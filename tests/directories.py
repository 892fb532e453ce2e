"""组织名录: the city's, and a small one of one's own."""

from shared.directory import load

CITY = load()
SMALL = """
[city]
code = "990100"
name = "清河市"
short = "清河"

[[county]]
code = "990102"
name = "东岸区"
short = "东岸"

[county.townships]
100 = "柳林镇"

[[department]]
code = "sifa"
name = "司法局"

[hotline]
name = "清河热线"

[above]
government = "某省人民政府"
sifa = "某省司法厅"
"""
MATTER = '[{"code": "linli", "name": "相邻", "nature": "civil", "lead": "sifa"}]'
