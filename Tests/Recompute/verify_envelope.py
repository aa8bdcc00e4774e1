"""Verifies a DSSE envelope with an in-toto statement: verify_envelope.py ENVELOPE PUBLIC.pem REPORT; exit code 0 or 1.

Written from the two specifications (github.com/secure-systems-lab/dsse, github.com/in-toto/attestation) alone.
"""

import base64
import hashlib
import json
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding


def pre_authentication_encoding(kind, body):
    return b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(body), body)


def holds(key, signature, message):
    try:
        if isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(signature, message, ec.ECDSA(hashes.SHA256()))
        else:
            key.verify(signature, message, padding.PKCS1v15(), hashes.SHA256())
    except InvalidSignature:
        return False
    return True


def main(envelope_path, key_path, report_path):
    with open(key_path, "rb") as file:
        key = serialization.load_pem_public_key(file.read())
    with open(envelope_path, "rb") as file:
        envelope = json.load(file)
    with open(report_path, "rb") as file:
        report = hashlib.sha256(file.read()).hexdigest()
    body = base64.b64decode(envelope["payload"], validate=True)
    message = pre_authentication_encoding(envelope["payloadType"].encode(), body)
    if not any(holds(key, base64.b64decode(entry["sig"], validate=True), message) for entry in envelope["signatures"]):
        sys.exit("the signature does not hold")
    statement = json.loads(body)
    if envelope["payloadType"] != "application/vnd.in-toto+json":
        sys.exit("not an in-toto payload")
    if statement["_type"] != "https://in-toto.io/Statement/v1":
        sys.exit("not an in-toto statement, version 1")
    if report not in [subject["digest"]["sha256"] for subject in statement["subject"]]:
        sys.exit("the statement does not name the report")


if __name__ == "__main__":
    main(*sys.argv[1:])
