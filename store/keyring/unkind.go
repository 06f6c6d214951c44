package keyring

// unkindWords are words of the EFF's long list that Generate does not offer.
const unkindWords = `
abrasion absinthe aching affair afflicted afraid aghast agonize agonizing
agony alarm alibi alienable alienate aliens ambush amnesty amuck anger
anguished apprehend arousal arrest ashamed atrocious avenge avenging barbed
barmaid barricade bash battered battering battery batting bazooka blade
blemish blitz bloomers blunt bogus bonding bondless breeder breeding bribe
broken browbeat bruising brunt brute brutishly bullwhip bully cage calamity
cannabis captivate captive captivity capture carnage carnivore cartel casino
casket casualty catacomb catcall cathouse cauterize celibacy celibate cesspool
chafe chaffing chain charred chase chasing chaste chastise chastity cheating
chokehold choking chump cleaver clobber coerce coma confess confined confining
coroner corrode crave craving cried crier cringe cringing crucial crudely
crudeness cruelly cruelness cruelty crushed crusher crushing crying culprit
curfew curse cussed custody dagger danger darkness dastardly deacon deceased
deceit deceiver deceiving deception deceptive deface defacing defame defendant
defile defiling degraded degrading degrease dejected delirious delirium
delusion demeaning demise deport depraved depravity deprecate depress deprive
desecrate desolate despair despise despite destitute destruct detached
detention detest detonate detonator deviancy deviant deviate deviation
deviator devious devourer diabolic dictator disfigure disgrace dismantle
dismay disown distress distrust doormat dowry dreaded dreadful drown drudge
duress elope enforced enforcer enrage enslave ensnare entangled entrap
epidural estranged evict evil excretion excretory exile exorcism exorcist
explode exploit extinct extortion extradite fang fascism feeble ferocious
ferocity fetal filth flaccid flail fled fleshed fleshy flogging foe fondling
fondly fracture frantic frenzied frenzy frighten frightful frigidity frigidly
gag gallows gangrene gangway gigolo girdle gonad gore gory graveness graves
graveyard grief grievance grieving grievous groin groom grope grudge grudging
grueling guts hacked hacksaw handcuff handgun hangnail hangover haphazard
hardcore hardship harmful harsh hate hatred haunt hazard hazing headlock
headstone helpless humiliate humility hunter hunting huntress hurt hypnotic
hypnotism hypnotist hypnotize idiocy illicitly impaired impale impotence
impotency impotent imprison impure impurity isolated isolating isolation jab
jackknife jailbird jailbreak jailer jailhouse jockstrap kissable kisser
kissing knickers lapdog lash leotard lunacy lurch lure luridness lurk
lustfully lustily lustiness lusty lying mace maggot maimed mangle manhandle
manhunt marauding massager moaner moaning mobster monstrous morbidity morbidly
mortality mortally mortician mortified mortify mortuary mourner mournful
murkiness mutilated mutilator mutiny muzzle nag naturist neglector negligee
negligent numbing numbness obedience obedient obituary oblivion oppressed
oppressor outcast outrage overkill overlord overpower overthrow paddling panic
pantyhose paralyses paralysis paralyze parasite parole penalize penalty perish
perjurer perjury persecute petticoat phobia pleading poison police predator
pregnancy pregnant prison procreate procurer profane profanity prowler
prowling prude prudishly pummel punch punctured punisher purge purging putdown
quarrel rabid racism rage ragged raging ransack rasping ravage raving
ravishing rebuff reburial rectal relapse relapsing remorse repressed reprimand
reproach repugnant repulsion repulsive retaliate revenge revolt revolver riot
robbing rogue rotten rotting rubdown ruined rupture sabotage sadden sadly
sadness savage scabbed scabby scalded scalding scalping scam scandal scared
scarily scariness scarring scary scolding scorch scorn scoundrel scurvy
secluded secluding seclusion sedate sedation sedative seduce seducing seizing
sensually sensuous serpent shady shame shank shock shove showgirl shrapnel
shredder shriek shrivel shudder shun silenced silencer sinister sinner
skeletal skeleton skimpily skinhead skinless slain slander slapping slapstick
slashed slashing slug slum smother smuggler snare snarl sneer snitch squatted
squatter squatting squealer squealing starved starving sterile sterility
sterilize stifle stifling stinger stinging stinking stomp straggler strangle
stress stricken struck struggle submerge submersed sufferer suffering
suffocate suing sultry supremacy surrender survival survive surviving survivor
suspect swimsuit swinger swinging tainted tantrum target tattoo taunt theft
thieving thievish thong thrash threaten throat throbbing throttle thwarting
traffic tragedy traitor trance trapdoor trapped trapper trapping traps trash
treachery treason tremble trembling tremor trespass trial tribunal trickery
ultimatum unarmored unbeaten unbridle unbroken uncaring unclad unclothed
uncover undead underage undermine underwear undesired undress undying unfair
unfeeling unguarded unhappily unhappy unharmed unhealthy unhinge unholy
uninjured uninvited unjustly unkempt unkind unlawful unlovable unloved
unloving unmasked unnerve unnerving unpaid unrobed unsafe unscathed unshackle
unsheathe unwanted unwashed unwed unwelcome unwell unwilling unworthy
urologist vagrancy vagrantly vendetta vengeful venomous villain violate
violation violator viper widow wimp womb wound wrath wreckage wrecker wrecking
wrench wrongdoer wronged wrongful wrongly wrongness yelling zombie
`
