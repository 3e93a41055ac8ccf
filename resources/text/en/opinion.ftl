## Second opinion

progress-opinion = Comparing again in another way

opinion-unproposed = The other way takes them for one; nothing is proposed here
opinion-unlikely = Linked here; the other way does not take them for one
opinion-why-weak = Here the reasons do not suffice to propose it.
