progress-counting-first = Reading cases that are counted for the first time
