import type { Lexicon } from './lexicon.ts';

export const spanish: Lexicon = {
  brings: {
    verbs: 'trae traen traemos traer presenta presentamos plantea',
    things: 'caso pregunta tema problema dilema duda reto situacion decision',
  },
  stop: 'de del la el los las un una entre para y con en nuestro nuestra nuestros mi al por e les sus su',
  mutual: {
    verbs: 'nos se',
    partners:
      'apoyan, ayudan, acompanan, aconsejan, asesoran, animamos, animan, escuchamos, escuchan, sostenemos, sostienen, empujamos, impulsamos, retamos, motivamos, motivan, orientamos, cuidamos, desatascamos, damos animo, damos apoyo',
  },
  roles: {
    mentor: `
      mentoreo mentoraje comentoria mentorada mentorado mentoramos mentorear mentorean mentorizamos
      mentorizacion mentorizar mentorxs mentoria mentora mentores mentorias mentorazgo mentoradas
      mentorados mentorizan mentoran mentorando
    `,
    peer: `
      companeras colega iguales mutuamente pares mutua mutuo reciproca igual iguale companeros
      colegas homologas homologos recipocro reciproco reciprocas cruzada mutuas mutuos horizontal
    `,
    circle: 'rueda corro circulo ronda',
    group: `
      gpo club comunidad espacio trio triada grupo red encuentro tribu equipo colectivo clan mesa
      circulito cuarteto pena pandilla tertulia
    `,
    coach: 'coacheamos coaching cocoaching coacheo coachean',
    accountability: 'rendicion rendir rendimos corresponsabilidad',
    cohort: 'cohorte generacion',
    pod: 'capsula',
    forum: 'foro',
    buddy: 'companera madrinas socias complices amigas companeras',
    writing: `
      escritura redaccion escribimos escribir pomodoro pomodoros escribiendo redactar redactamos
    `,
    theme: 'mujere mujer confianza sororidad jovenes',
    neutral: `
      lunes martes miercoles jueves viernes sabado domingo tarde manana noche semanal quincenal mensual
      sesion reunion reuniones linea virtual rv nosotras cada semana semanas numero nuestra
    `,
    secret: 'confidencial confidencialidad secreto',
    promise: 'compromiso promesa promesas compromisos contrato contratos',
    turn: `
      rotativa rotativo cronometro
    `,
    trio: 'trio triada cuarteto',
    help: `
      apoyo ayuda acompanamiento consulta consultoria asesoria supervision intercambio reflexion
      escucha consejo casos aprendizaje crecimiento
    `,
    goal: `
      meta metas objetivo objetivos compromiso compromisos exito logro logros reto retos proposito
      propositos
    `,
    career: `
      profes profe directoras directores jefas coordinadoras farmaceuticas veterinarias traductoras sociales trabajadoras juristas economistas periodistas bibliotecarias
      cientifica cientificas investigadora investigadoras investigador investigadores academica
      academicas profesora profesoras doctoranda doctorandas doctorando doctorandos posdoc postdoc
      posdoctoral posdoctorales doctora medica medicas carrera carreras tesis tesista tesistas
      profesional profesionales empleo emprendedoras emprendedores directivas ingenieras autonomas
      docentes fundadoras abogadas enfermeras psicologas doctorado catedra ayudantes titulares
      gerentas gerentes lideresas becarias posdocs doctorandxs ginecologas cirujanas pediatras
      arquitectas autonomos freelancers maestras docente cientificos becarios
    `,
    level: 'autogestionado autogestionada horizontalidad autoorganizado',
    senior: `
      jefa jefe jefatura jefas directora director decana decano rectora rector profesora profesor
      prof catedratica catedratico supervisora supervisor psicologa psicologo terapeuta formadora
      formador facilitadora facilitador externa externo experta experto ponente enfermera
      fisioterapeuta doctora doctor dra dr presidenta presidente tutora tutor consultora rrhh
      psiquiatra instructora instructor vicerrectora vicerrector vicedecana vicedecano
    `,
    by: `
      con por dirigido dirigida guiado guiada impartido impartida facilitado facilitada moderado
      moderada coordinado coordinada acompana
    `,
    not: 'sin no ningun ninguna nadie ni nunca nada',
    tutoring: 'tutoria tutorias',
    among: 'entre',
  },
  otherCircle: {
    before: 'medio metro primer una ultima',
    after: `
      viena catolico ecuestre taurino cultural amigo amigos artes azul biblico calidad cercano
      costura credito crianza cromatico donante economia empresarial empresario estudio familiar
      infantil interno intimo inversor inversores lector lectores lectura libro literario luna
      matematico mercantil militar oracion polar restaurativo social tambor tambores tejedora tejido
      vicioso virtuoso sanacion emprendedor empresarios padres madres baile musica sanador ancestral
      lecturas hombres rosario meditacion cuento cuentos danza canto reconocimiento prensa negocios
      molino inversion eliminatoria clasificatoria preguntas penaltis
    `,
  },
  phrases: {
    secret: `
      entre nosotras, de aqui no sale, no sale aqui, no sale de aqui, en confianza, aqui queda,
      queda aqui, queda nosotras, no se graba, sin grabar, lo que se dice, se queda aqui, se habla
      aqui, queda en grupo, queda en la rueda, queda entre, nada sale, no se comparte, no sale,
      secreto, confidencial, reserva absoluta, sin grabacion, espacio seguro, espacio confidencial,
      todo queda, queda entre nosotras, queda entre nosotros, se queda entre, no sale de, no sale
      del grupo, sin actas, sin acta, nada se graba, estrictamente confidencial, espacio de
      confianza, lo hablado aqui, lo que pasa aqui, regla de las vegas,
      lo que se dice aqui, se dice aqui, aqui se queda, todo confidencial,
      confidencialidad absoluta, no se cuenta fuera, nada sale de, queda dentro
    `,
    promise: `
      metas, metas semanales, lo que prometimos, que te llevas, siguiente sesion, proxima sesion,
      para proxima, contrato conmigo, contrato consigo, proxima vez, se compromete, me comprometo,
      nos comprometemos, a que se compromete, compromiso cada, leer contrato, contratos leidos,
      contrato voz alta, leidos voz alta, en voz alta, proximo paso, siguiente paso, que prometi,
      que prometio, que prometimos, promete, prometido, hasta la proxima, rendimos cuentas, rendir
      cuentas, contamos como, contar como nos fue, que cumplimos, que cumpli, cumplido, sale con
      accion, sale con una accion, metas semana, objetivos semana, que hice, revisar metas,
      revisamos metas, revision metas, me comprometi, nos comprometimos, se comprometio,
      comprometerse, comprometemos, lo que dije, dije que haria, dijimos que hariamos, lo prometido,
      si cumpli, he cumplido, a que me comprometo, hasta la siguiente, para la siguiente, desde la
      ultima, desde la ultima vez, metas del mes, mis metas, mis objetivos, objetivos del mes, un
      compromiso, con un compromiso, compromisos para, acuerdo conmigo, que hare, que haremos, que
      logre, que voy a lograr, dice su meta, dice meta, dice su objetivo, un paso pequeno, pequeno
      paso, cuanto escribimos, lo que escribimos, que escribimos, cuanto escribi,
      revisamos compromisos, revisar compromisos, sale con un compromiso, nuevo compromiso,
      nuevos compromisos, compromisos anteriores, desde la vez anterior,
      hasta el proximo encuentro, para el proximo encuentro, hasta el proximo mes, que me propongo,
      contrato personal
    `,
    turn: `
      por persona, una por una, ronda, rotamos, misma duracion, cada una, cada uno, min cada,
      minutos cada, tiempo igual, mismo tiempo, tiempo repartido, silla caliente, turnos iguales,
      turno cada, minutos por, min por, por cabeza, tiempo para todas, tiempos iguales, tiempo igual
      para, a partes iguales, dividido entre, dividimos tiempo, turnarnos, nos turnamos, por turnos,
      facilita cada, facilitacion rotativa, facilitadora rota, moderacion rotativa, modera cada,
      rota facilitacion, rota moderacion, roles rotativos, rotativa, pedir tiempo, pide tiempo,
      cuanto tiempo, sin interrumpir, sin consejos, solo preguntas, preguntas abiertas, asiento
      caliente, ronda palabra, palabra circula, cada quien, todas hablan, una presenta, dos
      presentan, una caso, cuanto hay, minutos para cada, minutos cada una, minutos por persona, min
      por persona, diez minutos cada, moderadora rotativa, moderador rotativo, modera quien, modera
      una distinta, facilita una distinta, vamos rotando, rotando, nos rotamos, un caso por, caso
      por sesion, dos casos, tres casos, tiempo por persona, una habla, tiempo parejo, tiempo
      equitativo, las demas preguntan, los demas preguntan, demas preguntan, demas escuchan, otras
      preguntan, otras escuchan, otros preguntan,
      minutos cada una, minutos cada uno, 15 cada una, 15 cada uno, quince minutos,
      anfitriona rotativa, cambia anfitriona, nadie interrumpe, las otras preguntan,
      los otros preguntan, cada una habla, cada una presenta, cada uno presenta,
      guardiana del tiempo, tiempo medido
    `,
    strong: `
      aprendizaje accion, aprendizaje en la accion, co mentoria, circulo lean in, aprendizaje accion
      grupo, grupo aprendizaje accion, grupo apoyo mutuo escritura, mentoria pares, mentoria entre
      iguales, grupo pares, grupo iguale, grupo codesarrollo, codesarrollo profesional, co
      desarrollo profesional, circulo wol, circulo lernos, mentoria companera, mentoria colega,
      consulta pares, consultoria pares, supervision pares, intervision pares
    `,
    likely: `
      mentorias cruzadas, mentoria cruzada, mentoria mutua, mentoria reciproca, un jueves si, nos
      mentorizamos, nos mentoramos, nos acompanamos, mentoria grupal, mentoria colectiva, mentoria
      horizontal, apoyo mutuo, ayuda mutua, acompanamiento pares, acompanamiento mutuo, grupo metas,
      escritura acompanada, grupo rendicion, mujeres ciencia grupo, mente maestra, mastermind grupo,
      jueves alternos, cada dos jueves, jueves quincenal, grupo responsabilidad, grupo apoyo mutuo,
      intervision, codesarrollo, co desarrollo, co coaching, cocoaching, mesa pares, mesa mentoria,
      grupo objetivo, grupo compromiso, asesoria pares, asesoria colega, tutoria pares
      investigadora, tutoria pares carrera, equipo exito, equipo logro, intercambio pares, reflexion
      pares, encuentro pares, consejo pares, consejo busqueda empleo, grupo busqueda empleo,
      busqueda empleo juntas, mentoria pares, circulo aprendizaje, circulo crecimiento, circulo
      confianza, circulo carrera, circulo escritura academica, grupo escritura, grupo escritura
      tesis, grupo escritura academica, escribimos juntas, equipo apoyo mutuo, nos mentoreamos, nos
      coacheamos, nos ayudamos, nos asesoramos, nos apoyamos, amigas criticas, amigos criticos,
      consejo personal, companeras accountability, companeras metas, socias accountability, rendimos
      cuentas, rendirnos cuentas, rendicion cuentas grupo, prestacion cuentas, club metas, club
      mentoria, madrinazgo mutuo, mentoria circulo, set accion, sesion intervision, grupo reflexion
      colega, aprendizaje accion, mentoria grupal pares, supervision colega, supervision iguale,
      corresponsabilidad grupo, responsabilidad mutua, grupo rendicion cuentas, tutoria iguale
      carrera, comentoria, mentoria par par, grupo tesista, meta compromiso, grupo confianza,
      mentoria entre, mentoria de pares, mentoria en circulo, circulo de apoyo, circulo de pares,
      grupo de pares, grupo entre pares, red de apoyo mutuo, apoyo entre colegas, apoyo mutuo entre,
      consultoria entre, supervision entre, intervision entre, coaching entre, grupo de metas,
      circulo de metas, companeras de metas, equipo de metas, companeras rendicion cuentas,
      companeros rendicion cuentas, socias rendicion cuentas, amigas rendicion cuentas, pareja
      rendicion cuentas, circulo rendicion cuentas, club rendicion cuentas, trio rendicion cuentas,
      colegas rendicion cuentas, accountability entre, grupo accountability, escribir juntas,
      escritura en companía, escritura en compania, escribir acompanadas, companeras de tesis,
      companeras de escritura, grupo de tesis, circulo de tesistas, busqueda empleo, club empleo,
      buscamos empleo, buscamos empleo juntas, se mentorizan, se mentoran, se mentorean, se
      coachean, mentorizan entre,
      rendicion cuentas tesis, rendicion cuentas doctorado, rendicion cuentas semanal,
      rendicion cuentas mutua, rendicion cuentas escritura, red mentoria, red de mentoras,
      circulos de mentoria, circulos aprendizaje, grupo mentoria, grupo de mentoras,
      grupo de colegas, circulo de colegas, circulo colegas, circulo de companeras,
      grupo impulso mutuo, mentorias entre, mentorias pares, tutoria entre pares,
      encuentro entre colegas, escritura acompanada, circulo mujeres profesionales
    `,
    trap: `
      rueda prensa, rueda negocio, rueda reconocimiento, rueda molino, circulo bella arte, circulo
      bellas artes, circulo mujere luna, linea circular, estudio cohorte, cohorte paciente, analisis
      cohorte, revision pares, evaluacion pares, foro economico, foro ciudadano, foro romano, foro
      empresarial, foro cliente, foro usuario, responsabilidad social, responsabilidad civil,
      rendicion cuenta, grupo whatsapp, exito cliente, equipo exito cliente, mesa redonda, mesa
      trabajo, mesa negociacion, mesa ayuda, mesa servicio, mesa examinadora, ronda inversion, ronda
      negocio, ronda preguntas, ronda clasificatoria, red ventas, red hospital, red hospitale,
      asesoria fiscal, asesoria academica, asesoria legal, asesoria tesis, consultoria externa,
      consejo administracion, consejo escolar, consejo departamento, reto solidario, estudio casos,
      estudio caso, intercambio idiomas, intercambio linguistico, intercambio libros, igual dia,
      responsabilidad penal, ronda consulta, ronda consultas
    `,
    hard: `
      entrevista, uno uno, asamblea, asamblea general, reunion general, reunion individual,
      reunion diaria, comite, cancelado, cancelada, sin circulo, no hay circulo, no hay mentoria,
      sin mentoria, cumpleano, vacacione, evaluacion desempeno, tribunal
    `,
    about: `
      sesion informativa, reunion informativa, charla, webinario, seminario web, capacitacion,
      formacion, fecha limite, plazo, inscripcion, inscripcione, convocatoria, solicitud, preparar,
      preparacion, planificacion, coordinacion, coordinadora, congreso, jornada, mesa redonda,
      encuesta, ceremonia, clausura, lanzamiento programa, taller, feria, inversores, cierre,
      startup, estudiantil, reunion mentores
    `,
    work: `
      almacen, ventas, servicio, regional, ayuntamiento, municipal, sindical, reunion equipo,
      reunion departamento, reunion laboratorio, reunion grupo, reunion proyecto, grupo trabajo,
      proyecto, revision, seguimiento, cliente, venta, producto, junta, consejo, direccion, dato,
      analisis, auditoria, entrega, comercial, dentista, cita, medico, guardia, sesion clinica,
      presupuesto, recordatorio, recordar, enviar, reservar, viaje, factura, pagar, programa,
      estudiantes, alumnos, equipo ventas, equipo soporte, equipo producto, retro, retrospectiva,
      soporte, sprint equipo, lanzamiento
    `,
    topic: `
      lectura, libro, novela, poesia, tejido, costura, coro, baile, danza, yoga, meditacion,
      tambore, luna, oracion, parroquia, iglesia, biblia, nino, guarderia, colegio, crianza,
      ajedrez, futbol, padel, senderismo, cine, teatro, concierto, vino, fiesta, barrio, vecino,
      comunidad propietarios, duelo, escritura creativa, inversor, sanacion, fisica, matematicas,
      calculo, quimica, pintura, cocina, fotografia, idiomas, ingles, montana, padre, padres, luna
      llena, cantos, plato, ancestral, juego, juegos, lengua, inversores, jazz, gramatica,
      vocabulario, aleman, frances, italiano, portugues, medio maraton, rezar, oramos, oran,
      estadistica
    `,
    led: `
      formadora, formador, certificado, asistencia obligatoria, obligatorio, obligatoria, taller,
      curso, capacitacion, formacion, terapia grupo, terapia grupal, grupo terapeutico, supervision
      clinica, coaching ejecutivo, coach ejecutiva, coach externa, tutoria fisica, tutoria
      matematicas, tutoria calculo, clases apoyo, clase apoyo, refuerzo escolar, examen, examenes,
      parcial, tutor, tutoria tesis, masterclass, ponencia, conferencia, asesoria academica,
      introduccion, aprende a, diplomado, constancia
    `,
    care: `
      paciente, pacientes, enferma, enfermo, enfermos, enfermas, familiares, cuidadoras, cuidadores,
      cuidador, cancer, diabetes, alcohol, alcoholicos, adiccion, adicciones, duelo, depresion,
      ansiedad, discapacidad, autismo, alzheimer, parkinson, enfermedad, fibromialgia, esclerosis,
      obesidad, salud mental, rehabilitacion, tabaco, dejar fumar, perder peso, trastorno,
      trastornos, lactancia, supervivientes, sobrevivientes, vih, violencia, maternidad, crianza,
      sanacion
    `,
    level: `
      sin jefas, sin jefes, sin jefa, sin jefe, sin jefatura, nadie jefa, nadie manda, nadie dirige,
      sin jerarquia, sin jerarquias, sin facilitadora, sin facilitador externo, sin lider, sin
      profesora, mismo nivel, misma etapa, mismo momento carrera, autogestionada, autogestionado,
      todas mentoras, solo nosotras, solas nosotras, ninguna jefa, ninguna senior, sin jefaturas,
      sin directivos, sin directoras, sin directores, sin supervisores, sin profesores, sin tutores,
      sin terapeuta, sin psicologa, de igual a igual, de tu a tu, tu a tu, entre iguales, entre
      pares, autoorganizada, auto gestionado, auto organizado, sin moderador externo, nadie es jefa,
      nadie es jefe, nadie por encima,
      sin jefes ni, sin jerarquia, nadie es superior, todas iguales, todos iguales, mismo rango
    `,
    bring: `
      trae un caso, trae caso, trae una pregunta, trae pregunta, trae un tema, trae tema, trae
      problema, trae dilema, traemos caso, traemos pregunta, traer caso, traer pregunta, traer duda,
      trae duda, cada una trae, un caso cada, casos propios, nos ayudamos, nos apoyamos, nos
      aconsejamos, nos asesoramos, nos acompanamos, ayudamos unas a otras, unas otras, unos otros,
      donde estoy atascada, atascada, atascado, que me frena, dilemas, entre iguales, trae su caso,
      trae su pregunta, trae su tema, trae algo, lleva un caso, lleva una pregunta, solo
      preguntamos, me atasque, atasco, atascos, donde me atasco, desatascar, bloqueada, bloqueado,
      lo que nos frena, caso real, casos reales, nos damos animo, damos animo, nos damos fuerza,
      damos fuerza, opiniones sinceras, opinion sincera, comentarios sinceros, feedback sincero,
      feedback honesto, nos freno, que nos frena, se interpuso,
      trae un reto, trae reto, trae una decision, trae decision, trae una dificultad, dificultades,
      un caso por, pensamos juntas, nos aconsejamos
    `,
  },
};
