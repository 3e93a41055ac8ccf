### Sending and receiving by itself

setting-sync-minutes = Minutes between sending and receiving by itself (0: only when asked)
sync-state-waiting = Waiting for its turn
sync-state-sent = Left there, waiting for the receipt
sync-state-held = Needs a look
