package keyring

// unkindWords are words of the EFF's long list that Generate does not offer.
const unkindWords = `
abrasion absinthe aching affair afflicted afraid afterlife aghast agonize
agonizing agony alarm alibi alienable alienate aliens ambush amnesty amuck
anger anguished apprehend arousal arrest arson ashamed ashes atrocious avenge
avenging backhand backlash backstab badass barbed barmaid barricade bash
battered battering battery batting bazooka blade blemish blitz bloomers blunt
bogus bonding bondless boogeyman boogieman breeder breeding bribe broken
browbeat bruising brunt brute brutishly bullfight bullwhip bully cage calamity
cannabis captivate captive captivity capture caress carnage carnivore cartel
casino casket casualty catacomb catcall catfight cathouse cauterize celibacy
celibate cesspool chafe chaffing chain charred chase chasing chaste chastise
chastity cheating chokehold choking chump cleaver clobber coerce coma compel
confess confined confining contusion coroner corrode crave craving cried crier
cringe cringing crucial crudely crudeness cruelly cruelness cruelty crushable
crushed crusher crushing crying culprit curfew curse cussed custody dagger
danger darkness dastardly deacon deceased deceit deceiver deceiving deception
deceptive decompose deface defacing defame defendant defile defiling defraud
degraded degrading degrease dejected delirious delirium delusion demeaning
demise deport depraved depravity deprecate depress deprive deranged desecrate
desolate despair despise despite destitute destruct detached detention detest
detonate detonator devalue deviancy deviant deviate deviation deviator devious
devourer diabolic dictator disbelief disfigure disgrace disloyal dismantle
dismay disobey disown distress distrust docile doormat douche dowry dragging
dreaded dreadful drown drudge dumping duress elope embezzle embolism endanger
enforced enforcer engorge enrage enslave ensnare entangled enticing entomb
entrap epidural eskimo estranged evict evil excretion excretory exhume exile
exorcism exorcist explode exploit extinct extortion extradite famine famished
fang fascism feeble ferocious ferocity fetal filth flaccid flail fled fleshed
fleshy flinch flirt flogging foe fondling fondly fracture frantic frenzied
frenzy frighten frightful frigidity frigidly frisk frostbite gag gallows
gangrene gangway gigolo girdle gonad gore gory graveness graves graveyard grief
grievance grieving grievous groin groom grope grudge grudging grueling gullible
gutless guts gutter hacked hacksaw handcuff handgun handler hangnail hangover
haphazard hardcore hardship harmful harsh hate hatred haunt hazard hazing
headlock headstone helpless henchman humiliate humility hunchback hunter
hunting huntress hurt hypnotic hypnotism hypnotist hypnotize idiocy illicitly
imbecile impaired impale impotence impotency impotent impound imprison impure
impurity isolated isolating isolation jab jackknife jailbird jailbreak jailer
jailhouse jockstrap junkie kissable kisser kissing knickers lapdog lash leotard
lunacy lurch lure luridness lurk lustfully lustily lustiness lusty lying mace
maggot maimed mammary mangle manhandle manhunt marauding massager moaner
moaning mobster mongrel monstrous morbidity morbidly morphine mortality
mortally mortician mortified mortify mortuary mourner mournful murkiness
mutilated mutilator mutiny muzzle nag nappy naturist neglector negligee
negligent numbing numbness nutcase obedience obedient obituary oblivion ogle
onslaught oppressed oppressor outcast outrage overkill overlord overpower
overthrow paddling panic pantyhose paralyses paralysis paralyze parasite parole
penalize penalty perish perjurer perjury persecute petticoat phobia pleading
poison police predator pregnancy pregnant prison procreate procurer profane
profanity prowler prowling prude prudishly pummel punch punctured punisher
pureblood purebred purgatory purge purging putdown pyromania quarrel rabid
racism rage ragged raging ransack rasping ravage raving ravishing rebuff
reburial recapture rectal relapse relapsing remorse repossess repressed
reprimand reproach repugnant repulsion repulsive resisting retaliate revenge
revolt revolver riot robbing rogue rotten rotting rubdown ruined rupture ruse
sabotage sacrifice sadden sadly sadness savage scabbed scabby scalded scalding
scalping scam scandal scapegoat scared scarily scariness scarring scary
scolding scorch scorn scoundrel scowling scrawny scurvy secluded secluding
seclusion sedate sedation sedative seduce seducing seizing sensually sensuous
serpent shady shame shank shock shove showgirl shrapnel shredder shredding
shriek shrivel shrouded shudder shun shush silenced silencer sinister sinner
skeletal skeleton skimpily skinhead skinless skirmish slain slam slander
slapping slapstick slashed slashing slug slum smasher smite smother smuggler
smuggling snagged snare snarl sneer snitch spew spinster squatted squatter
squatting squealer squealing squeamish starved starving stench sterile
sterility sterilize stifle stifling stinger stinging stinking stomp stoning
stowaway straddle straggler strangle stress stricken struck struggle stung
stupor subdued subduing submerge submersed sufferer suffering suffocate suing
sultry supremacy surrender survival survive surviving survivor suspect swimsuit
swinger swinging tainted tameness tamer tantrum target tattoo taunt theft
thieving thievish thigh thong thrash threaten throat throbbing throttle
thwarting traffic tragedy traitor trance trapdoor trapped trapper trapping
traps trash treachery treason tremble trembling tremor trespass trial tribunal
trickery tricking trodden ultimatum unarmored unbeaten unbridle unbroken
uncaring unchain unclad unclothed uncover undead underage undermine underwear
undesired undress undying unfair unfeeling unguarded unhappily unhappy unharmed
unhealthy unhinge unholy uninjured uninvited unjustly unkempt unkind unlawful
unlikable unlivable unlovable unloved unlovely unloving unmasked unnerve
unnerving unpaid unrobed unsafe unscathed unshackle unsheathe unsoiled
unspoiled untainted untamed untouched unvalued unwanted unwashed unwed
unwelcome unwell unwilling unwomanly unworn unworthy upchuck urologist vagrancy
vagrantly vanquish varmint vendetta vengeful venomous villain violate violation
violator viper vixen whacking whacky widow wimp wince wincing womanless womb
worsening wound wrath wreckage wrecker wrecking wrench wrongdoer wronged
wrongful wrongly wrongness yanking yelling yelp zombie
`
