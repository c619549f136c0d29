/** Names as a Dutch neighbourhood has them. Whoever bears one of them is not meant: households are put together by chance. */
export const familyNames = [
  'Aarts', 'Achterberg', 'Akkerman', 'Amrani', 'Bakker', 'Bouma', 'Brouwer', 'Bulthuis', 'de Boer', 'de Graaf', 'de Haan', 'de Vries', 'Demir', 'Dijkstra',
  'El Idrissi', 'Feenstra', 'Hamstra', 'Hendriks', 'Hoekstra', 'Huizinga', 'Jansen', 'Kaya', 'Kooistra', 'Kowalska', 'Kramer', 'Kuipers', 'Martina', 'Meijer',
  'Mulder', 'Nijboer', 'Oosterhuis', 'Osman', 'Pinas', 'Postma', 'Postmus', 'Rozema', 'Scholtens', 'Sikkema', 'Smit', 'Tahiri', 'Terpstra', 'van den Berg',
  'van der Laan', 'van der Veen', 'van Dijk', 'Veenstra', 'Visser', 'Vos', 'Wiersma', 'Wijnaldum', 'Yilmaz', 'Zijlstra', 'Zuidema',
] as const;

export const firstNames = [
  'Aïsha', 'Amber', 'Anouk', 'Bas', 'Bram', 'Chantal', 'Daan', 'Danny', 'Denise', 'Dewi', 'Emre', 'Esra', 'Fatima', 'Femke', 'Finn', 'Geertje', 'Hamza',
  'Hanna', 'Ilse', 'Jayden', 'Jelle', 'Jeroen', 'Joyce', 'Karin', 'Kevin', 'Khadija', 'Lars', 'Lieke', 'Linda', 'Lotte', 'Marieke', 'Mark', 'Mehmet', 'Mila',
  'Mohamed', 'Naima', 'Nina', 'Noor', 'Patrick', 'Petra', 'Rachid', 'Ricardo', 'Roos', 'Ruben', 'Samira', 'Sanne', 'Sem', 'Stefan', 'Sven', 'Thijs', 'Tim',
  'Wendy', 'Yara', 'Yusuf', 'Zoë',
] as const;
