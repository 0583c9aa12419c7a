"""Reports of two happenings between invented states."""

VISIT = "Ruritania's king will visit Sylvania on 3 March, the Ruritanian foreign ministry said on Monday.\n"
LATER = "The visit of Ruritania's king to Sylvania on 3 March has been postponed, Sylvania's foreign ministry said.\n"
TALKS = "Graustark's premier held talks with Sylvania's premier in Klausenburg on Tuesday.\n"
