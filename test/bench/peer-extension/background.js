// Nothing to do; there so that both extensions start in the same way.
