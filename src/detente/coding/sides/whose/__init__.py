"""The steps that say whose people, forces or land it is: the state behind a side that its sentence leaves open."""
