### Updates: versions that were fetched, the one of the next start, the one to go back to

progress-update = Getting the new version ready
