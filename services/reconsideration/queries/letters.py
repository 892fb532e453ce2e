"""意见书、建议书 as a query finds them: of which a period runs, and whether it was done."""

from typing import Final

LETTER: Final = """(
  SELECT l FROM jsonb_array_elements(
    CASE d.name WHEN 'answer_recommendation' THEN a.recommendations ELSE a.letters END) l
  WHERE l -> CASE d.name WHEN 'copy_letter' THEN 'received_page'
    WHEN 'report_correction' THEN 'runs_page' ELSE 'issued_page' END = to_jsonb(d.opened))"""
"""The very letter in a file `a` of which a period `d` runs or ran, by the page that opened it."""

UNHEARD: Final = f"""(d.made_good IS NULL AND {LETTER}
  ->> CASE d.name WHEN 'serve_letter' THEN 'received_on' WHEN 'copy_letter' THEN 'copied_on'
    ELSE 'answered_on' END IS NULL)"""
"""Whether what it asks for is still to come, of that letter itself.

A report of old did not make good what it was about where a later letter's days ran: the letter
says that it was reported on.
"""
