"""The same subset of checks with other tools: each module is a program, `python with_TOOL.py FOLDER FORMAT RESULT.json`.

They run in an environment of their own, without sigcheck. Each reads list and opt-outs from the folder, finds every row
that breaks a check, keeps the first thousand of each as sigcheck does, and writes how many there are.
"""
