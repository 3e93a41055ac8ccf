# Evidence: only a fingerprint is kept, or the file is sealed.

progress-evidence-reading = Reading the file where it lies
progress-evidence-frames = Making fingerprints of the video
progress-evidence-comparing = Comparing with what is known
progress-evidence-checking = Checking the sealed files

evidence-unseen-format = No picture fingerprint can be made of this kind of file; its file fingerprint (SHA-256) is kept.
evidence-unseen-bomb = The picture unfolds to an unreasonable size and was not looked into; its file fingerprint (SHA-256) is kept.
evidence-unseen-cut = The file ends early or is damaged; its file fingerprint (SHA-256) is kept.
evidence-unseen-no-reader = This computer has no part that reads videos; the file fingerprint (SHA-256) is kept.
