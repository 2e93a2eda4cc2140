# How we ask and listen.

section-voice = Your voice
survey-after = { $time } after { $begins } we ask you: { $ask }
survey-every = every { $time } we ask you: { $ask }
survey-measure = what we want to learn: { $what }
survey-channel = by: { $list }
survey-sample = we ask { $rate } of customers, chosen by chance
survey-satisfaction = how content you are
survey-recommendation = whether you would recommend us
survey-effort = how easy it was
survey-complaint-handling = how content you are with the way we handled your complaint
survey-relationship = how we are doing as a whole
fatigue = we ask you at most { $n ->
    [one] { $n } time
   *[other] { $n } times
} in any { $time }
reviews-ask = { $time } after the purchase we ask everybody for a review
reviews-answer = we answer reviews within { $time }
reviews-low = with { $n ->
    [one] { $n } star
   *[other] { $n } stars
} or fewer we treat a review as { $kind } and look into it
reviews-reward = every review, good or bad, earns: { $what }
ideas = every idea gets a decision within { $time }, and you hear of it
ideas-panel = who takes part: { $what }
ideas-reward = as thanks: { $what }
