"""What is asked of the table of accounts."""

from typing import Final

_ASKED: Final = """
WHERE ($1 = '' OR strpos(a.code, $1) > 0 OR strpos(a.title, $1) > 0)
  AND ($2 = '' OR $2 = ANY (string_to_array(a.roles, ' ')))
  AND ($3 = '' OR starts_with(a.organ, $3))
"""
_READ: Final = """
SELECT a.*, (SELECT max(l.at) FROM hub.account_log l
             WHERE l.code = a.code AND l.event = 'signed_in') AS last
FROM hub.account a
"""

ONE: Final = _READ + "WHERE a.code = $1"
LIST: Final = _READ + _ASKED
COUNT: Final = "SELECT count(*) FROM hub.account a" + _ASKED  # noqa: S608 - our own words
ORDERS: Final = {
    "code": "a.code",
    "-code": "a.code DESC",
    "title": "a.title, a.code",
    "-title": "a.title DESC, a.code",
    "last": "last NULLS FIRST, a.code",
    "-last": "last DESC NULLS LAST, a.code",
}

TO_TRY: Final = """
SELECT failed, locked_until FROM hub.account WHERE code = $1 AND NOT disabled FOR UPDATE
"""
TRY: Final = """
UPDATE hub.account SET failed = $2, locked_until = $3 WHERE code = $1 RETURNING passphrase, failed
"""
FORGIVE: Final = """
UPDATE hub.account a SET failed = 0, locked_until = NULL
WHERE code = $1 AND passphrase = $2 AND NOT disabled RETURNING a.*, NULL::timestamptz AS last
"""
_PUT: Final = """
UPDATE hub.account SET passphrase = $2, must_change = %s, failed = 0, locked_until = NULL
WHERE code = $1 %s RETURNING code
"""
OWN_PASSPHRASE: Final = _PUT % ("false", "AND passphrase = $3")
GIVEN_PASSPHRASE: Final = _PUT % ("true", "")
ADD: Final = """
INSERT INTO hub.account (code, title, passphrase, roles, organ, county, must_change)
VALUES ($1, $2, $3, $4, $5, $6, true) ON CONFLICT DO NOTHING RETURNING code
"""
CHANGE: Final = """
UPDATE hub.account SET title = $2, roles = $3, organ = $4, county = $5
WHERE code = $1 RETURNING code
"""
DISABLE: Final = "UPDATE hub.account SET disabled = $2 WHERE code = $1 RETURNING code"
SEED: Final = """
INSERT INTO hub.account (code, title, passphrase, roles, organ, county)
SELECT one.code, one.title, $2, one.roles, one.organ, one.county
FROM jsonb_to_recordset($1) AS one (code text, title text, roles text, organ text, county text)
WHERE NOT EXISTS (SELECT FROM hub.account) ON CONFLICT DO NOTHING
"""
