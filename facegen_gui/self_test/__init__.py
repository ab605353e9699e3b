"""The self-test: proves on this computer that everything the program stands on is there and works.

`run.run` goes through the checks of `surroundings` and then plays the whole program through against the
practice service (`practice_round`). Its lines are English: they are for those who install and support the
program. Nothing is left behind but the report that was asked for.
"""
