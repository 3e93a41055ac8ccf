"""The examples of AWS's own page on signatures of S3 requests in headers."""

import pytest

from intake.crypto.sigv4 import NOTHING, Signer

KEYS = Signer("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
WHEN, HOST = "20130524T000000Z", {"Host": "examplebucket.s3.amazonaws.com"}
PUT = {
    "Date": "Fri, 24 May 2013 00:00:00 GMT",
    "x-amz-storage-class": "REDUCED_REDUNDANCY",
    "x-amz-content-sha256": "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
}


@pytest.mark.parametrize(
    ("method", "path", "query", "more", "signature"),
    [
        ("GET", "/test.txt", {}, {"Range": "bytes=0-9"}, "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"),
        ("PUT", "/test$file.text", {}, PUT, "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"),
        ("GET", "/", {"lifecycle": ""}, {}, "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"),
        ("GET", "/", {"max-keys": "2", "prefix": "J"}, {}, "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"),
    ],
)  # fmt: skip
def test_a_request_is_signed_as_the_page_says(method, path, query, more, signature):
    headers = {**HOST, "x-amz-content-sha256": NOTHING, **more}
    told = KEYS.signed(method, path, query, headers, WHEN)["authorization"]
    assert told.endswith(f"Signature={signature}")
    assert "Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request" in told


def test_keys_are_not_shown():
    assert "wJalr" not in repr(KEYS)
    assert "AKIA" not in repr(KEYS)
