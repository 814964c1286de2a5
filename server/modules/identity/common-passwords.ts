/** What people choose first, from eight characters on, in lower case: the ones that every attacker tries. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  !@#$%^&* !@#$%^&*( !@#$%^&*() !qaz2wsx !qaz@wsx !qazxsw2 00000000 00112233 01010101 01020304 01234567 012345678 0123456789
  0123456789a 09876543 0987654321 10101010 10203040 1029384756 11111111 11112222 111222333 11223344 1122334455 112233445566 11235813
  12121212 123123123 123123123a 123321123 12341234 12344321 123454321 1234554321 123456123 123456123456 12345678 123456789
  1234567890 1234567891 12345678910 123456789a 123456789abc 123456789q 12345678a 12345678q 1234567a 1234567q 123456abc 123456qwe
  12345abcde 12345qwert 1234abcd 1234qwer 1234qwerasdf 123654789 123abc123 123asd123 123qwe123 123qweasd 123qweasdzxc 13131313
  13579246 1357924680 14725836 147258369 147852369 159357456 159753123 159753456 19841984 19851985 19871987 19891989 19901990
  1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz!qaz 1qaz1qaz 1qaz2wsx 1qaz2wsx3edc 1qaz@wsx 1qazxsw2 20002000 20012001 20202020 20202021
  21212121 22222222 23232323 2468101214 31415926 314159265 321654987 33333333 36925814 44444444 45454545 55555555 56565656 66666666
  69696969 741852963 77777777 78787878 789456123 87654321 876543210 88888888 951753852 963852741 98765432 987654321 9876543210
  99887766 99999999 a1234567 a12345678 a123456789 aa123456 aa12345678 aaa111222 aaa12345 aaaaaaa1 abc12345 abc123456 abc1234567
  abc123abc abcabc123 abcd1234 abcd12345 abcd123456 abcde12345 abcdefg1 abcdefg123 abcdefgh1 access123 access14 accessdenied
  admin123 admin1234 admin12345 admin123456 admin2023 admin2024 admin2025 admin@123 adminadmin administrator administrator1
  alejandra alejandro alexande alexander alexander1 alexandra alexandra1 america1 american1 andrew12 andrew123 angel123 angels12
  anthony1 anthony12 apollo13 aquarius argentina arsenal1 arsenal123 asd12345 asd123456 asd123asd asdasd123 asdasdasd asdf1234
  asdf;lkj asdfasdf asdfghjk asdfghjkl asdfghjkl1 asdfqwer asdfzxcv ashley12 ashley123 asshole1 australia australia1 autumn12
  autumn123 autumn2023 autumn2024 autumn2025 azerty12 azerty123 azertyui azertyuiop babyboy1 babygirl babygirl1 babygirl12 bailey12
  baltimore barcelona barcelona1 baseball baseball1 baseball12 basketball basketball1 batman12 batman123 beautiful beautiful1
  benjamin benjamin1 bigboy12 bigdaddy bigdick1 birthday birthday1 blessed1 blessing blessings blink182 blueberry bond0007 bonjour1
  bonjour123 brandon1 brandon123 brittany brittany1 broncos1 brooklyn bulldogs bullshit business business1 buster12 buster123
  butterfly butterfly1 cadillac california california1 capricorn cardinals caroline catherine champion champion1 change123 changeit
  changeit1 changeme changeme1 changeme123 charlie1 charlie12 charlie123 cheese12 cheese123 cheesecake chelsea1 chelsea123 cherokee
  chevelle chevrolet chicago1 chicken1 chicken123 chocolat chocolate chocolate1 christian christian1 christina christine christmas
  christmas1 christop christopher cocacola cocacola1 colombia1 company1 company123 computer computer1 computer12 computer123
  contrasena cookie12 cookie123 corazon1 corvette corvette1 cowboys1 creative creative1 cupcake1 cupcake123 daniel12 daniel123
  danielle danielle1 darthvader december default1 default123 demo1234 demodemo deutschland diamond1 diamond123 diamonds discovery
  docket12 docket123 docket1234 docketdocket doggy123 dolphin1 dolphin123 dolphins dortmund doudou12 dragon12 dragon123 dragonball
  dragonball1 dragonfly drummer1 einstein elephant elephant1 elizabeth elizabeth1 eminem12 eminem123 employee employee1 employee123
  engineer engineer1 enterprise estrella explorer facebook facebook1 february fernanda ferrari1 fishing1 florida1 flower12 flower123
  flowers1 football football1 football12 football123 forever1 foreverlove freedom1 freedom123 friday123 friday13 fuckoff1 fuckyou!
  fuckyou1 fuckyou12 fuckyou123 fuckyou2 futurama gabriel1 gabriela galaxy12 gandalf1 garfield garfield1 gemini12 george12 george123
  germany1 ginger12 godisgood godisgreat goodluck goodluck1 google12 google123 greenday greenday1 guest123 guest1234 guestguest
  guitar12 guitar123 gymnastics hacker12 hacker123 hallo123 hallo1234 hallohallo hannah12 hardcore harley12 harleydavidson
  harrypotter harrypotter1 heaven12 hello123 hello1234 hello12345 hellohello hellokitty hellokitty1 helloworld helpdesk helpdesk1
  helpdesk123 hockey12 hockey123 hogwarts1 holiday1 hondacivic hotdog12 hunter12 hunter123 hunting1 hurricane ilovegod ilovejesus
  iloveme1 iloveu12 iloveyou iloveyou! iloveyou1 iloveyou12 iloveyou123 iloveyou2 infinity infinity1 instagram internet internet1
  internet123 ironman1 ironman123 isabella isabella1 jamesbond jamesbond007 january1 jasmine1 jennifer jennifer1 jessica1 jessica12
  jessica123 jesus123 jesuschrist johncena johncena1 jonathan jonathan1 jordan12 jordan123 jordan23 joshua12 joshua123 jupiter1
  justin12 justin123 juventus juventus1 kawasaki killer12 killer123 kimberly kitty123 kittycat knight12 lakers24 letmein! letmein1
  letmein12 letmein123 letmeinnow lightning linkedin linkedin1 liverpool liverpool1 liverpool123 lkjhgfdsa login123 login1234
  logmein1 lordoftherings loveforever lovelove lovelove1 loveme12 lover123 loveyou1 loveyou2 lukeskywalker madison1 maggie12
  manager1 manager123 manchester manchester1 manutd12 mariposa marketing marseille marshmallow master12 master123 masterkey matrix12
  matthew1 matthew123 maverick mercedes mercedes1 mercury1 metallica metallica1 michael1 michael12 michael123 michelle michelle1
  mickeymouse microsoft microsoft1 midnight midnight1 minecraft minecraft1 mitsubishi mnbvcxz1 monday12 monday123 monkey12 monkey123
  monkey1234 moonlight motdepasse motorola mountain mountain1 musicman mustang1 mustang123 mychemicalromance mypassword mypassword1
  nathaniel neptune1 newpassword newyork1 nicholas nicholas1 nicole12 nicole123 ninja123 nintendo nirvana1 november november1
  october1 office12 office123 office365 onetwo12 onetwothree open1234 opensesame p4ssw0rd p4ssword p@ssw0rd p@ssw0rd1 p@ssw0rd123
  p@ssword p@ssword1 p@ssword123 pa$$w0rd pa$$word pa55w0rd pa55word packers1 panther1 panthers passcode passme12 passpass passpass1
  passw0rd passw0rd! passw0rd1 passw0rd123 password password! password0 password01 password1 password1! password10 password11
  password12 password123 password123! password1234 password12345 password123456 password13 password2 password3 password321 password4
  password5 password69 password7 password9 password99 passwords passwort passwort1 passwort123 patricia patrick1 patriots patriots1
  peanut12 penguin1 pepper12 pepper123 pepsi123 phoenix1 pineapple pisces12 pizza123 platinum playstation poiuytrewq pokemon1
  pokemon123 porsche911 portland precious precious1 president princesa princess princess1 princess12 princess123 princeton pumpkin1
  puppy123 q123456789 q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 qazwsx12 qazwsx123 qazwsxedc qazwsxedcrfv qazxswedc qq123456 qqww1122
  qwe12345 qwe123456 qwe123qwe qweasd123 qweasdzxc qweqwe123 qwer1234 qwer12345 qwer4321 qwerasdf qwerasdfzxcv qwerty!@# qwerty1!
  qwerty12 qwerty123 qwerty1234 qwerty12345 qwerty123456 qwertyqwerty qwertyui qwertyuiop qwertyuiop1 qwertyuiop123 qwertz123
  qwertzui qwertzuiop rainbow1 rainbow123 realmadrid realmadrid1 rebecca1 redskins redsox12 richard1 robert12 robert123 rocknroll
  rockstar rockstar1 root1234 rootroot sagittarius samantha samantha1 samsung1 samsung123 saturn12 schalke04 scoobydoo scorpio1
  scorpion scorpion1 sebastian sebastian1 secret12 secret123 secret1234 security security1 security123 september service1 service123
  servicedesk sesame123 shadow12 shadow123 simpsons skateboard skeleton skywalker skywalker1 slipknot slipknot1 snoopy12 snowball
  snowboard snowflake snowman1 soccer12 soccer123 softball sommer12 sommer123 southpark sparky12 spiderman spiderman1 spongebob
  spongebob1 spring12 spring123 spring2023 spring2024 spring2025 spring2026 stallion stanford starcraft starlight startrek startrek1
  starwars starwars1 steelers steelers1 stephanie stephanie1 strawberry strawberry1 summer12 summer123 summer2020 summer2021
  summer2022 summer2023 summer2024 summer2025 summer2026 sunflower sunflower1 sunshine sunshine1 sunshine12 sunshine123 superman
  superman1 supersecret superstar superuser support1 support123 surfing1 sweetheart sweetheart1 sweetie1 sweetpea swimming taurus12
  teamo123 teddybear teddybear1 temp1234 temporary temppass tempword1 tequiero terminator test1234 test12345 test123456 test@123
  testing1 testing12 testing123 testtest thomas12 thomas123 thunder1 thunder123 tigger12 tigger123 tinkerbell tinkerbell1 toor1234
  topsecret tornado1 toyota12 trustno1 trustnoone undertaker unicorn1 unicorn123 universe universe1 user1234 username username1
  vacation valentina vampire1 vanessa1 veronica verysecret victoria victoria1 voldemort volleyball w123456789 warcraft warrior1
  warriors welcome! welcome01 welcome1 welcome1! welcome12 welcome123 welcome1234 welcome2 welcome@123 whatever whatever1
  whatever123 whatsapp wildcat1 wildcats william1 william123 windows1 windows10 windows123 winter12 winter123 winter2020 winter2021
  winter2022 winter2023 winter2024 winter2025 winter2026 worldofwarcraft wrestling xsw2zaq1 yamaha12 yankees1 yosemite youtube1
  youtube123 z123456789 zaq123wsx zaq12wsx zaq1xsw2 zaq1zaq1 zombie12 zxc12345 zxc123456 zxcasd123 zxcasdqwe zxcvbnm, zxcvbnm1
  zxcvbnm123 zxcvzxcv
`
    .trim()
    .split(/\s+/),
)
