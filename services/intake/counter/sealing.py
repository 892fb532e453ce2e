"""封存: entries are sealed in the browser for one officer, and opened only here.

The browser is given a public key. For each entry it makes a key pair of its own, agrees on a
secret with it (ECDH over P-256, HKDF with SHA-256) and encrypts with AES-256-GCM, under the local
number as further data. The private key is derived from the hub's secret and the officer's code and
never leaves the hub; whoever changes the secret makes what still waits unreadable.
"""

import base64
import binascii
import json
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from shared.errors import Malformed
from shared.work import Hub

CURVE: Final = ec.SECP256R1()
ORDER: Final = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""How many points there are on P-256 (FIPS 186)."""

PURPOSE: Final = b"hub counter"
POINT_BYTES: Final = 65
NONCE_BYTES: Final = 12
KEY_BYTES: Final = 32

UNREADABLE: Final = "本机存件无法打开：不是由现在登录的人员收下的，或者枢纽的密钥已经更换"


def public_key(hub: Hub, code: str) -> str:
    """The key with which a browser seals for this officer: an uncompressed point, in base64."""
    point = (
        _private(hub, code).public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    )
    return base64.b64encode(point).decode()


def unseal(hub: Hub, code: str, local: str, sealed: str) -> dict[str, Any]:
    """What this officer typed.

    Args:
        hub: Whose secret it is.
        code: The officer.
        local: 本机回执号 of the entry.
        sealed: The browser's point, the nonce and the text, one after another, in base64.

    Raises:
        Malformed: It was sealed for somebody else, under another number, or not by us.
    """
    try:
        raw = base64.b64decode(sealed, validate=True)
        point, nonce, text = (
            raw[:POINT_BYTES],
            raw[POINT_BYTES : POINT_BYTES + NONCE_BYTES],
            raw[POINT_BYTES + NONCE_BYTES :],
        )
        theirs = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, point)
        agreed = _private(hub, code).exchange(ec.ECDH(), theirs)
        key = HKDF(SHA256(), KEY_BYTES, salt=None, info=PURPOSE).derive(agreed)
        said: dict[str, Any] = json.loads(AESGCM(key).decrypt(nonce, text, local.encode()))
    except (InvalidTag, ValueError, binascii.Error):
        raise Malformed(UNREADABLE, "sealed") from None
    return said


def _private(hub: Hub, code: str) -> ec.EllipticCurvePrivateKey:
    # In hex: the hash is the same for each way of writing a name, and codes are no names.
    seed = hub.hasher(f"{PURPOSE.decode()} {code.encode().hex()}")
    return ec.derive_private_key(int(str(seed), 16) % (ORDER - 1) + 1, CURVE)
