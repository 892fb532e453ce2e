"""人民调解: the people's mediation committees of the city and their files.

It serves chapters 3 and 5 of the People's Mediation Law: proposal and consent (PML 17), mediators
(PML 19), records (PML 27), danger (PML 25), failure with the other routes told (PML 26), oral and
written agreements (PML 28 to 30), their performance (PML 31, 32), and judicial confirmation
(PML 33; CPL 205, 206). It hears the routing of disputes and their withdrawal.
"""
