"""Pictures and films for tests: clouds of noise that look like photographs to a fingerprint."""

import io

import av
import numpy as np
from PIL import Image


def clouds(seed=1, wide=320, high=240):
    """Return pixels with the spectrum of a photograph."""
    rng = np.random.default_rng(seed)
    down, across = np.fft.fftfreq(high)[:, None], np.fft.fftfreq(wide)[None]
    slope = np.hypot(down, across)
    slope[0, 0] = 1
    layers = []
    for _ in range(3):
        waves = rng.normal(size=(high, wide)) + 1j * rng.normal(size=(high, wide))
        layer = np.real(np.fft.ifft2(waves / slope))
        layers.append((layer - layer.min()) / (layer.max() - layer.min()) * 255)
    return np.stack(layers, -1).astype(np.uint8)


def encoded(pixels, kind="JPEG", **said):
    """Return pixels as the bytes of a file."""
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, kind, **said)
    return out.getvalue()


def a_photo(folder, name="photo.jpg", seed=1, kind="JPEG", **said):
    """Write a photograph; return its path."""
    path = folder / name
    path.write_bytes(encoded(clouds(seed), kind, **said))
    return path


def a_film(folder, name="film.mp4", seeds=(1, 2, 3), seconds=2, rate=4):
    """Write a film that shows one picture after the other; return its path."""
    path = folder / name
    with av.open(str(path), "w") as box:
        stream = box.add_stream("mpeg4", rate=rate)
        stream.width, stream.height, stream.pix_fmt = 320, 240, "yuv420p"
        for seed in seeds:
            frame = av.VideoFrame.from_ndarray(clouds(seed), format="rgb24")
            for _ in range(seconds * rate):
                box.mux(stream.encode(frame.reformat(format="yuv420p")))
        box.mux(stream.encode())
    return path
