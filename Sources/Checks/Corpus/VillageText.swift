// Written by Scripts/embed-corpus from lessons/corpus/village.txt: change that file, then run it again.

/// The text of the course's corpus, a paragraph a line.
let villageText = """
  Once there was a small village between a river and a hill. An old king and an old queen lived in a stone \
  house on the hill. The king was a tall man and the queen was a wise woman. They had a son and a daughter. The \
  son was a prince and the daughter was a princess. The prince was a young man and the princess was a young \
  woman. The king loved the queen and the queen loved the king.
  The prince had a grey horse and the princess had a white horse. The horse of the prince was fast. The horse \
  of the princess was faster. The prince said that his horse was the fastest horse in the village. The princess \
  smiled and said nothing. In the morning they rode along the river. The white horse ran faster than the grey \
  horse. The prince was slower than the princess and he laughed.
  In the village there was a baker and his wife. The baker was a strong man and his wife was a strong woman. He \
  baked bread and she baked cakes. Every morning the baker made bread for the king and every evening his wife \
  made a cake for the queen. The king ate the bread and the queen ate the cake. The bread was good and the cake \
  was better. The princess said that the cake with apples was the best cake of all.
  The baker had a boy and a girl. The boy was small and the girl was smaller. The boy liked bread and the girl \
  liked cakes. The boy had a dog and the girl had a cat. The dog chased the cat and the cat chased the mouse. \
  The mouse ran into a small hole in the wall. The cat sat before the hole and waited. The dog sat behind the \
  cat and waited too. The mouse stayed in the hole and ate a piece of cheese.
  A teacher lived near the river. She was a woman from the city and she knew many countries. The children came \
  to her house every day. The boys sat on the left and the girls sat on the right. The teacher showed them a \
  map. She said that Paris is the capital of France. She said that Rome is the capital of Italy. She said that \
  Madrid is the capital of Spain. She said that Berlin is the capital of Germany. She said that London is the \
  capital of England and that Tokyo is the capital of Japan.
  The boy asked where France was. The teacher said that France is a country and that Paris is a city in France. \
  The girl asked where Italy was. The teacher said that Italy is a country in the south and that Rome is a city \
  in Italy. The boy asked whether Paris is larger than Rome. The teacher said that Paris is large and that \
  London is larger. She said that Tokyo is the largest of these cities. The children wrote the names of the \
  cities and the names of the countries.
  In France people eat bread and cheese. In Italy people eat pasta and drink wine. In Spain people eat fish and \
  oranges. In Germany people eat potatoes and drink beer. In England people drink tea with milk. In Japan \
  people eat rice and fish and drink green tea. The boy said that he likes cheese and the girl said that she \
  likes oranges. The teacher likes tea with milk because she lived in London for two years.
  The farmer lived on the other side of the river. He had three cows and twelve sheep and a black horse. His \
  wife had ten hens. A hen gives eggs and a cow gives milk. The farmer sold the milk in the village and his \
  wife sold the eggs. The farmer was poor and his brother was poorer. The poorest man in the village was the \
  fisherman because the river was empty in winter. In summer the fisherman caught many fish and he sold them to \
  the queen.
  One day the farmer walked to the village with a cow. The cow was old and slow. The baker saw the cow and \
  asked the farmer why he was sad. The farmer said that he needed money and that he had to sell the cow. The \
  baker gave him bread and the wife of the baker gave him a cake. The farmer ate the bread and the cake and \
  thanked them. Then he walked to the market and sold the cow to a woman from the city.
  The market was in the middle of the village. Every week men and women came to the market from the hill and \
  from the river. They sold apples and pears and plums. They sold bread and cheese and eggs. A man sold shoes \
  and a woman sold coats. The shoes were cheap and the coats were warm. The children ran between the tables and \
  the dogs ran behind the children. An apple cost one coin and a pear cost two coins. A cake cost five coins.
  The princess walked through the market with her mother. The queen bought three apples and the princess bought \
  a red coat. The old woman who sold the coats said that the red coat was warmer than the blue coat. The queen \
  said that the red coat was also more beautiful. The prince walked through the market with his father. The \
  king bought a knife and the prince bought a pair of shoes. The old man who sold the shoes said that the brown \
  shoes were stronger than the black shoes.
  In winter the village was cold. The river was white with ice and the hill was white with snow. The children \
  built a house of snow. The men cut wood and the women made soup. The soup was hot and the bread was warm. The \
  king was ill and the queen sat beside him. The doctor came from the city on a black horse. He was an old man \
  with a long beard. He gave the king a bitter drink and said that the king must sleep.
  The king slept for three days and three nights. The queen did not sleep and did not eat. The princess brought \
  her tea and the prince brought her soup. On the fourth day the king woke and asked for bread. The queen wept \
  and laughed. The doctor said that the king was stronger than winter. The people of the village heard the news \
  and they sang in the street. The baker baked the largest cake of the year and the children ate most of it.
  In spring the ice on the river broke and the snow on the hill melted. The water of the river was high. The \
  farmer moved his sheep to the hill and the fisherman moved his boat to the bank. The sun was warm and the \
  days were longer. The birds sang in the trees. The girls picked flowers and the boys climbed the trees. The \
  bees flew from flower to flower. The teacher opened the windows of the school and the children heard the \
  birds.
  A young man came to the village from France. He was a singer and he sang in the market. He sang of a king and \
  a queen who lived in Paris. He sang of a prince who loved a poor girl and of a princess who loved a poor boy. \
  The men listened and the women listened. The princess listened too and she smiled at the singer. The singer \
  saw her smile and he sang better than before. The prince saw it and he laughed.
  The singer asked the king whether he could stay in the village. The king asked the queen and the queen asked \
  the princess. The princess said that the songs were beautiful. The king said that the singer could stay until \
  summer. The singer lived in the house of the teacher and he sang for the children in the morning. He taught \
  them songs of France and the teacher taught them songs of England. The girl sang well and the boy sang loudly.
  In summer there was a wedding in the village. The brother of the farmer married the sister of the fisherman. \
  The bride was happy and the groom was happier. The father of the groom gave them a cow and the mother of the \
  bride gave them ten hens. The uncle gave them a table and the aunt gave them chairs. The grandfather told a \
  long story and the grandmother danced with the boys. The singer sang and the guests danced until the morning.
  At the wedding there was much to eat and to drink. There was fish from the river and cheese from the farm. \
  There was bread from the baker and there was a cake with plums. The men drank beer and the women drank wine. \
  The children drank milk. The king and the queen came on foot and they danced with the bride and the groom. \
  The queen danced better than the king. The king was tired and he sat with the grandfather and the doctor.
  The prince wanted to see the world. He said to his father that he wanted to see the cities that the teacher \
  knew. The king was proud and the queen was sad. The prince took his grey horse and rode to the north. He saw \
  London and he drank tea with milk. He saw Berlin and he ate potatoes. He saw Paris and he ate the best cheese \
  of his life. He saw Madrid and he ate oranges in the sun. He saw Rome and he ate pasta with fish.
  In Rome the prince met a young woman. She was the daughter of a doctor and she knew many books. She showed \
  him the old houses of the city and he told her of the village. He said that the village was smaller than Rome \
  and that the river was colder. She asked whether the people of the village were happy. He said that they were \
  happy when the bread was warm. The young woman laughed and the prince loved her.
  The prince wrote a letter to his mother and a letter to his father. The letter to his mother was longer. The \
  queen read the letter and the king read the letter. The queen said that the prince was in love. The king said \
  that the prince was young. The queen said that the king had been younger when he loved her. The king laughed \
  and wrote a letter to the prince. He wrote that the prince must come home and that the young woman was \
  welcome.
  In autumn the prince came home with the young woman from Rome. The people of the village stood in the street. \
  The men took off their hats and the women waved their hands. The young woman spoke the language of Italy and \
  the teacher spoke for her. The queen kissed her and the king gave her his hand. The baker had baked bread \
  with olives because people eat olives in Italy. The young woman ate the bread and she said that it was better \
  than the bread of Rome.
  The princess and the young woman from Rome were friends. They walked along the river and they read books \
  under the trees. The princess learned the language of Italy and the young woman learned the language of the \
  village. The princess asked whether women in Rome can be doctors. The young woman said that her mother was a \
  doctor too. The princess said that she wanted to be a doctor. The queen said that a queen can be a doctor and \
  that a doctor can be a queen.
  So the princess learned from the old doctor. She learned which plants are bitter and which plants are sweet. \
  She learned that bread without water makes a man ill and that water without bread makes a man weak. She \
  helped the farmer when his hand was cut. She helped the wife of the baker when her third child was born. The \
  child was a girl and she was the smallest girl in the village. The wife of the baker named the girl after the \
  princess.
  The singer wrote a song about the princess. In the song she was a star and he was the sea. The boys of the \
  village laughed at the song and the girls liked it. The princess heard it in the market and her face was red. \
  She said to the singer that a star is far from the sea. The singer said that at night the star lies in the \
  water. The princess walked home along the river and she saw the stars in the water.
  The old fisherman told the children about the sea. He said that the river runs to the sea and that the sea is \
  larger than all the countries. He said that ships are larger than boats and that whales are larger than \
  ships. The boy asked whether a whale eats children. The fisherman said that whales eat small fish and that \
  small fish eat smaller fish. The girl asked what the smallest fish eat. The fisherman did not know and he \
  asked the teacher.
  The cat of the girl had four kittens. Two kittens were black and two kittens were white. The dog of the boy \
  was afraid of the cat and not of the kittens. The kittens slept in a basket beside the oven because the oven \
  was warm. The mouse heard the kittens and stayed in the hole. The girl gave one kitten to the teacher and one \
  kitten to the farmer. She gave one kitten to the princess and she kept the smallest kitten.
  The king was old now and his beard was white. He said to the queen that he was tired and that the prince must \
  be king. The queen said that the prince was ready. In the spring the prince became king and the young woman \
  from Rome became queen. The old king gave the young king his ring and the old queen gave the young queen her \
  ring. The people sang in the street and the baker baked two cakes. One cake was for the young king and one \
  cake was for the old king.
  The young king was a good king and the young queen was a good queen. He built a bridge over the river and she \
  built a school on the hill. The farmer walked over the bridge to the market and the children walked up the \
  hill to the school. The boys learned to write and the girls learned to write. The old teacher taught the \
  younger children and the young queen taught the older children. She taught them the language of Italy and the \
  names of the stars.
  The princess was the doctor of the village now because the old doctor slept most of the day. The singer \
  carried her bag and sang to the people who were ill. An ill man who laughs is half healthy. The princess \
  married the singer in the summer and the whole village danced on the bridge. The brother of the farmer had \
  two sons and a daughter by then. The fisherman danced with the grandmother and the old king danced with the \
  old queen.
  Years came and years went. The boy became a baker like his father and the girl became a teacher. The dog was \
  old and the cat was older. They slept side by side before the oven and the mouse ate the bread. The old king \
  told his grandson of the days when the river was without a bridge. The boy asked whether his grandfather had \
  been a prince. The old king said that every king was a prince and that every man was a boy.
  The old queen told her granddaughter of the winter when the king was ill. The girl asked whether the old \
  queen had been a princess. The old queen said that she had been the daughter of a baker in a city far away. \
  She said that a queen is a woman who sits beside a king when he is ill. The girl asked whether a king sits \
  beside a queen when she is ill. The old king heard it and he took the hand of the old queen.
  """
