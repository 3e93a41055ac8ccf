# How far taking back is.
progress-taking-back = Taking back what was done
