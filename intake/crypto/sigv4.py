"""AWS Signature Version 4 for one request of S3: headers only, never a signed address.

Source: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html, with the
examples of that page as vectors.
"""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

_ALGORITHM = "AWS4-HMAC-SHA256"
NOTHING = hashlib.sha256(b"").hexdigest()  # the hash of an empty body


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs, and where it holds."""

    access_key: str = field(repr=False)
    secret_key: str = field(repr=False)
    region: str = "us-east-1"

    def signed(self, method: str, path: str, query: Mapping[str, str], headers: Mapping[str, str], when: str) -> dict[str, str]:  # fmt: skip
        """Return the headers to send; ``headers`` have host and x-amz-content-sha256.

        ``path`` is not escaped yet; ``when`` is UTC as ``20130524T000000Z``.
        """
        told = {name.lower(): " ".join(value.split()) for name, value in headers.items()}  # fmt: skip
        told["x-amz-date"] = when
        names = ";".join(sorted(told))
        scope = f"{when[:8]}/{self.region}/s3/aws4_request"
        asked = "\n".join(
            (
                method,
                quote(path, safe="/-_.~"),
                canonical_query(query),
                *(f"{name}:{told[name]}" for name in sorted(told)),
                "",
                names,
                told["x-amz-content-sha256"],
            )
        )
        said = "\n".join((_ALGORITHM, when, scope, hashlib.sha256(asked.encode()).hexdigest()))  # fmt: skip
        proof = hmac.new(self._key(when[:8]), said.encode(), "sha256").hexdigest()
        told["authorization"] = f"{_ALGORITHM} Credential={self.access_key}/{scope},SignedHeaders={names},Signature={proof}"  # fmt: skip
        return told

    def _key(self, day: str) -> bytes:
        key = f"AWS4{self.secret_key}".encode()
        for part in (day, self.region, "s3", "aws4_request"):
            key = hmac.new(key, part.encode(), "sha256").digest()
        return key


def canonical_query(query: Mapping[str, str]) -> str:
    """Return a query in the order and spelling that is signed, and that has to be sent.

    >>> canonical_query({"prefix": "a b", "list-type": "2"})
    'list-type=2&prefix=a%20b'
    """
    return "&".join(f"{quote(name, safe='-_.~')}={quote(query[name], safe='-_.~')}" for name in sorted(query))  # fmt: skip
